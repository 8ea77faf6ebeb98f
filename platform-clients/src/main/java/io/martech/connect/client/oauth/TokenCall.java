package io.martech.connect.client.oauth;

import io.martech.connect.client.TokenEndpoint;
import io.martech.connect.client.Verdict;

/**
 * One token call. What the platform says to it concerns no person, so its words are told; but they may quote what was
 * sent, so secrets are taken out of them.
 */
final class TokenCall {

    private static final int LONGEST_QUOTE = 200;

    private final OAuthPlatform platform;

    TokenCall(OAuthPlatform platform) {
        this.platform = platform;
    }

    Verdict send(Grant grant, TokenEndpoint endpoint) throws InterruptedException {
        Verdict verdict = endpoint.send(request -> platform.withGrant(request, grant))
                .without(grant.secret())
                .without(platform.appSecret());
        if (verdict.isOk() || verdict.platformMessage() == null) {
            return verdict;
        }
        return verdict.turnedInto(
                verdict.category(), verdict.reason() + ". It says: \"" + quotable(verdict.platformMessage()) + "\"");
    }

    private static String quotable(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }
}
