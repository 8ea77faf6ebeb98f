package io.martech.connect.client;

import java.time.Duration;

/**
 * A call that failed after everything that the client can do by itself (retry, wait, authenticate).
 *
 * <p>The message is complete: what happened, to which resource, what the platform answered, what the user can do. It
 * holds no secret and no personal data.
 */
public final class PlatformException extends RuntimeException {

    /** What a failure is evidence of. */
    public enum Origin {
        /** The request: the platform answered as documented, or a reader found that a response cannot be correct. */
        PLATFORM,
        /** Unknown: the response is undocumented or not the platform's. It may be an outage or a wrong setting. */
        UNDOCUMENTED,
        /** The platform: no response, an undocumented 5xx, or an HTML page instead of a response. Transient. */
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
     * @param category how to handle the failure
     * @param message the complete message for the user
     * @param status the HTTP status, or 0 if there was no response
     * @param code the platform's code, or null if the response held none
     * @param platformMessage the platform's own message, or null; may hold personal data, so never logged above DEBUG
     * @param cause the transport error, or null
     */
    public PlatformException(
            Category category, String message, int status, String code, String platformMessage, Throwable cause) {
        this(category, message, status, code, platformMessage, cause, Origin.PLATFORM);
    }

    /** @param origin what the failure is evidence of */
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
     * @param origin what the failure is evidence of
     * @param delay how long the platform asked to wait before the next attempt; zero if it did not
     * @param isAboutToken whether a token call failed rather than the caller's request
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

    /** The HTTP status, or 0 if there was no response. */
    public int status() {
        return status;
    }

    /** The platform's code, or null if the response held none. */
    public String code() {
        return code;
    }

    /** What the failure is evidence of. */
    public Origin origin() {
        return origin;
    }

    /** How long the platform asked to wait before the next attempt; zero if it did not. */
    public Duration delay() {
        return delay;
    }

    /** Whether no token could be obtained, so that no other request can succeed either. */
    public boolean isAboutToken() {
        return isAboutToken;
    }

    /** The platform's own message, or null. May hold personal data: for the dead letter queue, not for logs. */
    public String platformMessage() {
        return platformMessage;
    }
}
