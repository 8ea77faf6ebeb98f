package io.martech.connect.sink.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows which offsets may be committed: an offset only when every record received before it is settled, that is
 * delivered, or reported and the report confirmed.
 *
 * <p>Keeps only what is not settled, so that it does not grow while one record is stuck and thousands behind it are
 * delivered.
 *
 * <p>Belongs to the task's thread; only {@link Tracked#settle()} may be called from elsewhere.
 */
final class OffsetTracker {

    private final Map<TopicPartition, ConcurrentNavigableMap<Long, Tracked>> outstanding = new HashMap<>();

    /** One received record. */
    static final class Tracked {

        private final long offset;
        private final ConcurrentNavigableMap<Long, Tracked> outstanding;

        private Tracked(long offset, ConcurrentNavigableMap<Long, Tracked> outstanding) {
            this.offset = offset;
            this.outstanding = outstanding;
        }

        /** Never to be sent again. May be called by any thread. */
        void settle() {
            outstanding.remove(offset, this);
        }
    }

    /** A record was received. One that comes again replaces its earlier self: it must be settled anew. */
    Tracked received(Coordinates coordinates) {
        ConcurrentNavigableMap<Long, Tracked> ofPartition =
                outstanding.computeIfAbsent(coordinates.topicPartition(), partition -> new ConcurrentSkipListMap<>());
        Tracked tracked = new Tracked(coordinates.offset(), ofPartition);
        ofPartition.put(coordinates.offset(), tracked);
        return tracked;
    }

    /** How many records were received and are not settled. */
    int countOutstanding() {
        return outstanding.values().stream().mapToInt(Map::size).sum();
    }

    /**
     * What to commit, of what the framework offers: for each partition the offset of its first unsettled record; where
     * nothing is outstanding, the offset offered, which also covers records that a transformation dropped.
     */
    Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> offered) {
        Map<TopicPartition, OffsetAndMetadata> committable = new HashMap<>(offered);
        committable.replaceAll((partition, offset) -> {
            Long first = firstOutstanding(partition);
            return first == null || first >= offset.offset() ? offset : new OffsetAndMetadata(first);
        });
        return committable;
    }

    /** These partitions are another task's now; what is settled of them later changes nothing here. */
    void closed(Collection<TopicPartition> partitions) {
        outstanding.keySet().removeAll(partitions);
    }

    private Long firstOutstanding(TopicPartition partition) {
        ConcurrentNavigableMap<Long, Tracked> ofPartition = outstanding.get(partition);
        Map.Entry<Long, Tracked> first = ofPartition == null ? null : ofPartition.firstEntry();
        return first == null ? null : first.getKey();
    }
}
