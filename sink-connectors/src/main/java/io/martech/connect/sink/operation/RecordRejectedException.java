package io.martech.connect.sink.operation;

import org.apache.kafka.connect.errors.DataException;

/**
 * A record that is rejected, by the platform or because it cannot be converted to a message. It goes to the dead letter
 * queue, or stops the task.
 *
 * <p>{@link #getMessage()} is for the dead letter queue and may contain the platform's own message, which may hold
 * personal data. {@link #safeMessage()} never does: it is for logs and for the status of the task.
 */
public final class RecordRejectedException extends DataException {

    private final String code;
    private final String safeMessage;
    private final String platformMessage;

    /**
     * @param code identifies the reason, to compare rejections: the platform's code, or the configuration key that the
     *     record violates
     * @param safeMessage what happened and what can be done, without personal data
     */
    public RecordRejectedException(String code, String safeMessage) {
        this(code, safeMessage, null, null);
    }

    /**
     * @param platformMessage the platform's own message, or null
     * @param cause the rejection as the client reported it, or null
     */
    public RecordRejectedException(String code, String safeMessage, String platformMessage, Throwable cause) {
        super(platformMessage == null ? safeMessage : safeMessage + " Platform message: " + platformMessage, cause);
        this.code = code;
        this.safeMessage = safeMessage;
        this.platformMessage = platformMessage;
    }

    /**
     * A record for which the conversion failed unexpectedly. The exception's message may contain values of the record, so
     * it is left out.
     */
    public static RecordRejectedException unmappable(RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        RecordRejectedException rejected = new RecordRejectedException(
                fault.getClass().getSimpleName(),
                "It could not be made into a message: " + fault.getClass().getName() + where + ".");
        rejected.setStackTrace(trace);
        return rejected;
    }

    /** Identifies the reason, to compare rejections. */
    public String code() {
        return code;
    }

    /** The message without the platform's own message. */
    public String safeMessage() {
        return safeMessage;
    }

    /**
     * The text in logs and stack traces: the safe message. The dead letter queue's header holds {@link #getMessage()}, so
     * the platform's message gets there, but not into the log that {@code errors.log.enable} enables.
     */
    @Override
    public String getLocalizedMessage() {
        return safeMessage;
    }

    /** Returns this rejection with the position of the record. */
    public RecordRejectedException at(Coordinates coordinates) {
        String message = "The record " + coordinates + " was rejected. " + safeMessage;
        RecordRejectedException placed = new RecordRejectedException(code, message, platformMessage, getCause());
        placed.setStackTrace(getStackTrace());
        return placed;
    }
}
