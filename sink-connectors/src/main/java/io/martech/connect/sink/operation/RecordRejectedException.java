package io.martech.connect.sink.operation;

import org.apache.kafka.connect.errors.DataException;

/**
 * A record that is refused, by the platform or because it cannot be made into a message. It goes to the dead-letter
 * topic, or stops the task.
 *
 * <p>{@link #getMessage()} is for the dead-letter topic and may hold the platform's own words, which may hold personal
 * data. {@link #safeMessage()} never does: it is for logs and for the status of the task.
 */
public final class RecordRejectedException extends DataException {

    private final String code;
    private final String safeMessage;
    private final String platformMessage;

    /**
     * @param code what makes two refusals the same: the platform's code, or the configuration key that the record failed
     * @param safeMessage what happened and what can be done, without personal data
     */
    public RecordRejectedException(String code, String safeMessage) {
        this(code, safeMessage, null, null);
    }

    /**
     * @param platformMessage the platform's own words, or null
     * @param cause the refusal as the client reported it, or null
     */
    public RecordRejectedException(String code, String safeMessage, String platformMessage, Throwable cause) {
        super(platformMessage == null ? safeMessage : safeMessage + " Platform message: " + platformMessage, cause);
        this.code = code;
        this.safeMessage = safeMessage;
        this.platformMessage = platformMessage;
    }

    /** A record by which the mapping failed in a way that nobody foresaw. Its message may hold the record's values, so it is left out. */
    public static RecordRejectedException unmappable(RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        RecordRejectedException rejected = new RecordRejectedException(
                fault.getClass().getSimpleName(),
                "It could not be made into a message: " + fault.getClass().getName() + where + ".");
        rejected.setStackTrace(trace);
        return rejected;
    }

    /** What makes two refusals the same. */
    public String code() {
        return code;
    }

    /** The message without the platform's own words. */
    public String safeMessage() {
        return safeMessage;
    }

    /**
     * What a log or a stack trace shows: the safe message. The dead-letter topic's header shows {@link #getMessage()}, so the
     * platform's words get there, but not into the log that {@code errors.log.enable} switches on.
     */
    @Override
    public String getLocalizedMessage() {
        return safeMessage;
    }

    /** The same refusal, saying where the record lies. */
    public RecordRejectedException at(Coordinates coordinates) {
        String message = "The record " + coordinates + " was rejected. " + safeMessage;
        RecordRejectedException placed = new RecordRejectedException(code, message, platformMessage, getCause());
        placed.setStackTrace(getStackTrace());
        return placed;
    }
}
