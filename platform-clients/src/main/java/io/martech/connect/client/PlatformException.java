package io.martech.connect.client;

import java.time.Duration;

/**
 * A call that did not succeed, after everything that the client may do on its own (retry, wait, authenticate) was done.
 *
 * <p>The message is complete: what happened, to which resource, what the platform answered, what the user can do. It
 * holds no secret and no personal datum.
 */
public final class PlatformException extends RuntimeException {

    /** What a failure says something about. */
    public enum Origin {
        /** About the request: the platform has answered as documented, or a reader has found that an answer cannot be right. */
        PLATFORM,
        /** Nobody knows: no document names the answer, or it is not the platform's. It may be an outage, or a wrong setting. */
        UNDOCUMENTED,
        /** About the platform: no answer, a 5xx that no document names, a page in the place of one. It passes. */
        OUTAGE
    }

    private final Category category;
    private final int status;
    private final String code;
    private final String platformMessage;
    private final Origin origin;
    private final Duration delay;
    private final boolean isAboutToken;

    /**
     * @param category what can be done about it
     * @param message the complete message for the user
     * @param status the HTTP status, or 0 if there was no answer
     * @param code the platform's code, or null if the answer held none
     * @param platformMessage the platform's own words, or null; may hold personal data, so never logged above DEBUG
     * @param cause the transport fault, or null
     */
    public PlatformException(
            Category category, String message, int status, String code, String platformMessage, Throwable cause) {
        this(category, message, status, code, platformMessage, cause, Origin.PLATFORM);
    }

    /**
     * @param origin what the failure says something about
     */
    public PlatformException(
            Category category,
            String message,
            int status,
            String code,
            String platformMessage,
            Throwable cause,
            Origin origin) {
        this(category, message, status, code, platformMessage, cause, origin, Duration.ZERO, false);
    }

    /**
     * @param origin what the failure says something about
     * @param delay how long the platform asked to wait before the next attempt; zero if it did not
     * @param isAboutToken whether a token was asked for, not what the caller wanted
     */
    public PlatformException(
            Category category,
            String message,
            int status,
            String code,
            String platformMessage,
            Throwable cause,
            Origin origin,
            Duration delay,
            boolean isAboutToken) {
        super(message, cause);
        this.origin = origin;
        this.category = category;
        this.status = status;
        this.code = code;
        this.platformMessage = platformMessage;
        this.delay = delay;
        this.isAboutToken = isAboutToken;
    }

    public Category category() {
        return category;
    }

    /** The HTTP status, or 0 if there was no answer. */
    public int status() {
        return status;
    }

    /** The platform's code, or null if the answer held none. */
    public String code() {
        return code;
    }

    /** What the failure says something about. */
    public Origin origin() {
        return origin;
    }

    /** How long the platform asked to wait before the next attempt; zero if it did not. */
    public Duration delay() {
        return delay;
    }

    /** Whether it was a token that could not be had, so that no request can succeed, whatever it says. */
    public boolean isAboutToken() {
        return isAboutToken;
    }

    /** The platform's own words, or null. May hold personal data: for the dead-letter topic, not for logs. */
    public String platformMessage() {
        return platformMessage;
    }
}
