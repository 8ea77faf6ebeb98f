package io.martech.connect.sink.engine;

import io.martech.connect.sink.operation.Coordinates;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** One record on its way to the platform. */
final class PendingRecord<P> {

    private final SinkRecord original;
    private final Coordinates coordinates;
    private final OffsetTracker.Tracked tracked;
    private final P payload;
    private volatile boolean over;

    /**
     * @param original the record as received from the framework
     * @param tracked its entry in the offset tracker
     * @param payload the operation's message for it; null if none could be made
     */
    PendingRecord(SinkRecord original, Coordinates coordinates, OffsetTracker.Tracked tracked, P payload) {
        this.original = original;
        this.coordinates = coordinates;
        this.tracked = tracked;
        this.payload = payload;
    }

    SinkRecord original() {
        return original;
    }

    Coordinates coordinates() {
        return coordinates;
    }

    TopicPartition topicPartition() {
        return coordinates.topicPartition();
    }

    OffsetTracker.Tracked tracked() {
        return tracked;
    }

    P payload() {
        return payload;
    }

    /** The platform has accepted it, or does not need it: its offset may be committed. */
    void settled() {
        over = true;
        tracked.settle();
    }

    /** The record was rejected: it is settled when the rejection has been reported. */
    void refused() {
        over = true;
    }

    /** Whether its partition was revoked: the next owner processes it. */
    boolean isRevoked() {
        return tracked.isRevoked();
    }

    /** Whether it need not be sent again. */
    boolean isOver() {
        return over || isRevoked();
    }
}
