package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.response.Classification;
import java.io.IOException;

/** Messages for the user about an account's tokens, and what to do. */
final class TokenMessages {

    private final String platform;
    private final String prefix;
    private final InitialGrant begin;
    private final TokenStore store;

    TokenMessages(OAuthPlatform platform, InitialGrant begin, TokenStore store) {
        this.platform = platform.name();
        this.prefix = platform.keyPrefix();
        this.begin = begin;
        this.store = store;
    }

    /** Whether the platform itself rejects the grant, or may: neither a transient failure nor a pause. */
    boolean isRefusal(Classification classification) {
        return classification.isFromThePlatform()
                && (classification.category() == Category.STOP || classification.isUnknown());
    }

    PlatformException nothingToBeginWith() {
        return stop(
                "There is no token for this " + platform + " account in " + store.place() + ", and neither " + prefix
                        + ".refresh.token nor " + prefix + ".authorization.code is set. " + letIn()
                        + " If there were tokens before, their file is lost or on another worker's disk: "
                        + shareTheStore(),
                null);
    }

    String notLasting() {
        return platform + " may replace the refresh token at every use, and token.store.path is not set:"
                + " the tokens are in memory only. After a restart, or with a second task, the configured"
                + " token is spent and the account is locked out until bin/authorize has been run again. Set"
                + " token.store.path to a directory on a volume shared by all workers.";
    }

    String beginning() {
        return "No tokens of this " + platform + " account are in " + store.place() + " yet: the first ones"
                + " are requested with the configured " + words(begin.grant())
                + ". If there were tokens before, their file is lost or on another worker's disk: "
                + shareTheStore();
    }

    String unfinished(StoredTokens.Intent intent) {
        return "A token call to " + platform + " was begun at " + intent.since() + " and its answer never reached "
                + store.place() + ": the worker was killed, or the connection broke. The stored "
                + intent.kind().words()
                + " is tried again; if " + platform + " refuses it, run bin/authorize again.";
    }

    Classification refused(Classification refusal, Grant grant, StoredTokens stored) {
        String doubt = refusal.isUnknown() ? ". If these are right, it refuses the " : ". It refuses the ";
        String words = refusal.reason() + doubt + words(grant) + ". " + why(grant, stored) + " " + letIn();
        // A reason is a part of a sentence that others may extend.
        return refusal.turnedInto(refusal.category(), words.substring(0, words.length() - 1));
    }

    PlatformException unusable(IOException fault) {
        return stop(
                "The tokens of this " + platform + " account cannot be stored in " + store.place() + ": "
                        + words(fault) + ". No token call was made, so nothing is lost. Check token.store.path: the"
                        + " worker's user must be able to read and write the directory.",
                fault);
    }

    PlatformException notStored(IOException fault) {
        return stop(
                platform + " has issued new tokens, and they could not be stored in " + store.place() + ": "
                        + words(fault) + ". They are not used, since they would be lost at a restart, and the previous"
                        + " ones are probably spent. Free disk space or fix the permissions, then run bin/authorize"
                        + " again.",
                fault);
    }

    private String why(Grant grant, StoredTokens stored) {
        if (stored.intent() != null) {
            return "A token call was begun at " + stored.intent().since() + " and its answer was never stored in "
                    + store.place() + ", so " + platform + " has probably replaced the token meanwhile.";
        }
        if (stored.refreshToken() != null) {
            return "The one in " + store.place() + " is spent, revoked or expired: another client may use the"
                    + " same authorization, such as a worker whose token.store.path is on another volume. "
                    + shareTheStore();
        }
        String once = grant.isRefresh()
                ? "It may have been used before: each use replaces it, and its replacement is not in "
                : "A code works once and for a short time; the tokens it was exchanged for are not in ";
        return once + store.place() + ". " + shareTheStore();
    }

    private String letIn() {
        return begin.grant() == null
                ? "Run bin/authorize with --token-store, for the directory of token.store.path."
                : "Run bin/authorize again and set " + prefix + ".refresh.token to the new token; or remove "
                        + prefix + ".refresh.token and " + prefix + ".authorization.code, and let bin/authorize write"
                        + " to token.store.path.";
    }

    private static String shareTheStore() {
        return "token.store.path must be a directory on a volume shared by all workers.";
    }

    private static String words(Grant grant) {
        return grant.kind().words();
    }

    /** Some exceptions of the file system have only the file's name as their message. */
    private static String words(IOException fault) {
        String kind =
                fault.getClass() == IOException.class ? "" : fault.getClass().getSimpleName() + ": ";
        return kind + fault.getMessage();
    }

    private static PlatformException stop(String message, Throwable cause) {
        return new PlatformException(Category.STOP, message, 0, null, null, cause);
    }
}
