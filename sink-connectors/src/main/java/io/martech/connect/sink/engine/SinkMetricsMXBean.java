package io.martech.connect.sink.engine;

/** What JMX shows of a sink task. Counts begin at 0 when the task starts. */
public interface SinkMetricsMXBean {

    /** Records that the platform has. */
    long getDelivered();

    /** Records that were refused, by the platform or because they could not be made into a message. */
    long getRejected();

    /** Records that the task holds: queued, or under way. */
    long getWaiting();

    /** Whether all wait now because the platform asked to be left alone, as it does when a quota is used up. */
    boolean isPausedByPlatform();

    /** How often that has happened. */
    long getPlatformPauses();
}
