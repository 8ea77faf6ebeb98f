package io.martech.connect.sink.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows which offsets may be committed: an offset only when every record received before it is settled, that is
 * delivered, or reported and the report confirmed.
 *
 * <p>Belongs to the task's thread; only {@link Tracked#settle()} may be called from elsewhere.
 */
final class OffsetTracker {

    private final Map<TopicPartition, TreeMap<Long, Tracked>> received = new HashMap<>();

    /** One received record. */
    static final class Tracked {

        private volatile boolean settled;

        private Tracked() {}

        /** Never to be sent again. May be called by any thread. */
        void settle() {
            settled = true;
        }

        boolean isSettled() {
            return settled;
        }
    }

    /** A record was received. One that comes again replaces its earlier self: it must be settled anew. */
    Tracked received(Coordinates coordinates) {
        Tracked tracked = new Tracked();
        received.computeIfAbsent(coordinates.topicPartition(), partition -> new TreeMap<>())
                .put(coordinates.offset(), tracked);
        return tracked;
    }

    /**
     * What to commit, of what the framework offers: for each partition the offset of its first unsettled record; where
     * nothing is outstanding, the offset offered, which also covers records that a transformation dropped.
     */
    Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> offered) {
        Map<TopicPartition, OffsetAndMetadata> committable = new HashMap<>(offered);
        committable.replaceAll((partition, offset) -> {
            Long outstanding = firstOutstanding(partition);
            return outstanding == null || outstanding >= offset.offset() ? offset : new OffsetAndMetadata(outstanding);
        });
        return committable;
    }

    /** These partitions are another task's now; what is settled of them later changes nothing here. */
    void closed(Collection<TopicPartition> partitions) {
        received.keySet().removeAll(partitions);
    }

    private Long firstOutstanding(TopicPartition partition) {
        TreeMap<Long, Tracked> records = received.get(partition);
        if (records == null) {
            return null;
        }
        while (!records.isEmpty() && records.firstEntry().getValue().isSettled()) {
            records.pollFirstEntry();
        }
        return records.isEmpty() ? null : records.firstKey();
    }
}
