package io.martech.connect.client;

import java.time.Duration;

/**
 * A call that did not succeed, after everything that the client may do on its own (retry, wait, authenticate) was done.
 *
 * <p>The message is complete: what happened, to which resource, what the platform answered, what the user can do. It
 * holds no secret and no personal datum.
 */
public final class PlatformException extends RuntimeException {

    private final Category category;
    private final int status;
    private final String code;
    private final String platformMessage;
    private final boolean isUndocumented;
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
        this(category, message, status, code, platformMessage, cause, false);
    }

    /**
     * @param isUndocumented whether no document says what was answered, or nothing was answered, so that it may pass
     */
    public PlatformException(
            Category category,
            String message,
            int status,
            String code,
            String platformMessage,
            Throwable cause,
            boolean isUndocumented) {
        this(category, message, status, code, platformMessage, cause, isUndocumented, Duration.ZERO, false);
    }

    /**
     * @param isUndocumented whether no document says what was answered, or nothing was answered, so that it may pass
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
            boolean isUndocumented,
            Duration delay,
            boolean isAboutToken) {
        super(message, cause);
        this.isUndocumented = isUndocumented;
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

    /**
     * Whether the call failed by something that no document names: no answer, one without the platform's code, or a code that is
     * not documented. It may be an outage, so whoever only reads can retry it later.
     */
    public boolean isUndocumented() {
        return isUndocumented;
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
