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
     * @param original the record as the framework gave it
     * @param tracked its place among the offsets
     * @param payload what the operation made of it; null if it could make nothing
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

    /** The platform has it, or need not have it: it may be committed. */
    void settled() {
        over = true;
        tracked.settle();
    }

    /** The platform refused it: it is settled when that has been reported. */
    void refused() {
        over = true;
    }

    /** Whether its partition was revoked: what becomes of it is its next owner's business. */
    boolean isRevoked() {
        return tracked.isRevoked();
    }

    /** Whether it need not be sent again. */
    boolean isOver() {
        return over || isRevoked();
    }
}
