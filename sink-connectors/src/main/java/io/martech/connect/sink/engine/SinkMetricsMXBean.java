package io.martech.connect.sink.engine;

/** The JMX attributes of a sink task. Counters start at 0 when the task starts. */
public interface SinkMetricsMXBean {

    /** Records that the platform accepted. */
    long getDelivered();

    /** Records that were rejected, by the platform or because they could not be converted to a message. */
    long getRejected();

    /** Records that the task holds: queued or in flight. */
    long getWaiting();

    /** The size of these records in bytes, as received. */
    long getWaitingBytes();

    /** Records that were settled without a request, since there was nothing to send. */
    long getSkipped();

    /** Requests retried after a transient failure. */
    long getRetries();

    /** When and why a request was last retried; empty if none was. */
    String getLastFailure();

    /**
     * The record received first among those that are neither delivered nor reported as rejected: topic-partition@offset;
     * or empty.
     */
    String getOldestUnacknowledged();

    /**
     * Its age since it was received, in milliseconds; 0 if there is none. Records delivered after it are sent again after
     * a restart.
     */
    long getOldestUnacknowledgedAgeMs();

    /** Whether all requests are paused because the platform asked for it, for example because a quota is used up. */
    boolean isPausedByPlatform();

    /** How often the platform has asked for a pause. */
    long getPlatformPauses();
}
