package io.martech.connect.client;

import java.time.Duration;
import java.util.List;

/**
 * What became of an attempt to use an account's credentials.
 *
 * @param status whether they work
 * @param keys the configuration keys to blame, the likeliest first; none if they work
 * @param message the complete message for the user; empty if they work. Holds no secret
 */
public record CredentialsResult(Status status, List<String> keys, String message) {

    public CredentialsResult {
        keys = List.copyOf(keys);
    }

    /** Whether credentials work. */
    public enum Status {
        /** The platform accepted them. */
        ACCEPTED,
        /** The platform answered, and refused them. */
        REFUSED,
        /** The platform could not be asked; they may be right. */
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

    /** Whether the platform itself answered, so that the same answer is expected from an immediate retry. */
    boolean isTheWordOfThePlatform() {
        return status != Status.UNREACHABLE;
    }

    /** The same from the cache: the message says when it was verified, and when it will be verified again. */
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
