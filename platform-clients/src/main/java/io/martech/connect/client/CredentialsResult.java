package io.martech.connect.client;

/**
 * What became of an attempt to use an account's credentials.
 *
 * @param status whether they work
 * @param key the configuration key to blame, or null if they work
 * @param message the complete message for the user; empty if they work. Holds no secret
 */
public record CredentialsResult(Status status, String key, String message) {

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
        return new CredentialsResult(Status.ACCEPTED, null, "");
    }

    public static CredentialsResult refused(String key, String message) {
        return new CredentialsResult(Status.REFUSED, key, message);
    }

    public static CredentialsResult unreachable(String key, String message) {
        return new CredentialsResult(Status.UNREACHABLE, key, message);
    }

    public boolean isAccepted() {
        return status == Status.ACCEPTED;
    }
}
