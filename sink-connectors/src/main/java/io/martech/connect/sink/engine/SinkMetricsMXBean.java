package io.martech.connect.sink.engine;

/** What JMX shows of a sink task. Counts begin at 0 when the task starts. */
public interface SinkMetricsMXBean {

    /** Records that the platform has. */
    long getDelivered();

    /** Records that were refused, by the platform or because they could not be made into a message. */
    long getRejected();

    /** Records that the task holds: queued, or under way. */
    long getWaiting();

    /** The size of these records in bytes, as they came. */
    long getWaitingBytes();

    /** Records that were settled without anything being sent, since there was nothing to send. */
    long getSkipped();

    /** Requests that were or will be sent again after a fault that may pass. */
    long getRetries();

    /** When and why a request had to be sent again last; empty if none had to. */
    String getLastFailure();

    /** The record that was received first of those that are not delivered, nor reported as rejected: topic-partition@offset; or empty. */
    String getOldestUnacknowledged();

    /** How long ago that was, in milliseconds; 0 if there is none. What was delivered behind it comes again after a restart. */
    long getOldestUnacknowledgedAgeMs();

    /** Whether all wait now because the platform asked to be left alone, as it does when a quota is used up. */
    boolean isPausedByPlatform();

    /** How often that has happened. */
    long getPlatformPauses();
}
