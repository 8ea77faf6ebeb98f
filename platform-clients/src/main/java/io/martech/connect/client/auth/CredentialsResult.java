package io.martech.connect.client.auth;

import java.time.Duration;
import java.util.List;

/**
 * The result of trying an account's credentials.
 *
 * @param status whether the credentials work
 * @param keys the configuration keys to check, the most likely cause first; empty if the credentials work
 * @param message the complete message for the user; empty if the credentials work. Holds no secret
 */
public record CredentialsResult(Status status, List<String> keys, String message) {

    public CredentialsResult {
        keys = List.copyOf(keys);
    }

    public enum Status {
        /** The platform accepted them. */
        ACCEPTED,
        /** The platform answered, and rejected them. */
        REFUSED,
        /** The platform could not be reached; the credentials may be valid. */
        UNREACHABLE
    }

    public static CredentialsResult accepted() {
        return new CredentialsResult(Status.ACCEPTED, List.of(), "");
    }

    public static CredentialsResult refused(List<String> keys, String message) {
        return new CredentialsResult(Status.REFUSED, keys, message);
    }

    public static CredentialsResult unreachable(String key, String message) {
        return new CredentialsResult(Status.UNREACHABLE, List.of(key), message);
    }

    /** Whether the platform itself answered, so that an immediate retry would have the same result. */
    boolean isTheWordOfThePlatform() {
        return status != Status.UNREACHABLE;
    }

    /** The same result from the cache: the message says when it was verified, and when it will be verified again. */
    CredentialsResult remembered(Duration age, Duration rest) {
        return isAccepted()
                ? this
                : new CredentialsResult(
                        status,
                        keys,
                        message + " (Tried " + age.toSeconds()
                                + " s ago with the very same values; they are tried again from "
                                + Math.max(1, rest.toSeconds()) + " s on.)");
    }

    public boolean isAccepted() {
        return status == Status.ACCEPTED;
    }
}
