package io.martech.connect.sink.engine;

import io.martech.connect.sink.operation.Coordinates;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Tracks which offsets may be committed: an offset only when every record received before it is settled, that is
 * delivered, or reported with the report confirmed.
 *
 * <p>Keeps unsettled records only, so that it does not grow while one record is stuck and thousands behind it are
 * delivered.
 *
 * <p>Belongs to the task's thread; only {@link Tracked} may be used by other threads.
 */
final class OffsetTracker {

    private final Map<TopicPartition, Partition> partitions = new HashMap<>();

    private static final class Partition {

        private final ConcurrentNavigableMap<Long, Tracked> outstanding = new ConcurrentSkipListMap<>();
        private long lastReceived;
        private volatile boolean revoked;
    }

    /** One received record. */
    static final class Tracked {

        private final Coordinates coordinates;
        private final long receivedNanos;
        private final Partition partition;

        private Tracked(Coordinates coordinates, long receivedNanos, Partition partition) {
            this.coordinates = coordinates;
            this.receivedNanos = receivedNanos;
            this.partition = partition;
        }

        /** The record never needs to be sent again. */
        void settle() {
            partition.outstanding.remove(coordinates.offset(), this);
        }

        /** Whether its partition belongs to another task, or did in the meantime. */
        boolean isRevoked() {
            return partition.revoked;
        }

        Coordinates coordinates() {
            return coordinates;
        }

        /** When it was received, in nanoseconds of the time source. */
        long receivedNanos() {
            return receivedNanos;
        }
    }

    /** A record was received. One that is received again replaces its earlier state and must be settled anew. */
    Tracked received(Coordinates coordinates, long nowNanos) {
        Partition partition = partitions.computeIfAbsent(coordinates.topicPartition(), any -> new Partition());
        Tracked tracked = new Tracked(coordinates, nowNanos, partition);
        partition.outstanding.put(coordinates.offset(), tracked);
        partition.lastReceived = coordinates.offset();
        return tracked;
    }

    /** The number of records received and not settled. */
    int countOutstanding() {
        return partitions.values().stream()
                .mapToInt(partition -> partition.outstanding.size())
                .sum();
    }

    /** The one received first among the first unsettled records of the partitions. */
    Optional<Tracked> oldest() {
        Tracked oldest = null;
        for (Partition partition : partitions.values()) {
            Map.Entry<Long, Tracked> first = partition.outstanding.firstEntry();
            if (first != null && (oldest == null || first.getValue().receivedNanos - oldest.receivedNanos < 0)) {
                oldest = first.getValue();
            }
        }
        return Optional.ofNullable(oldest);
    }

    /** The partitions that have received more than this many offsets beyond the one that may be committed. */
    Set<TopicPartition> furtherThan(long distance) {
        Set<TopicPartition> further = new HashSet<>();
        partitions.forEach((topicPartition, partition) -> {
            Map.Entry<Long, Tracked> first = partition.outstanding.firstEntry();
            if (first != null && partition.lastReceived - first.getKey() > distance) {
                further.add(topicPartition);
            }
        });
        return further;
    }

    /**
     * The offsets to commit, of those that the framework offers: for each partition the offset of its first unsettled
     * record; where nothing is outstanding, the offered offset, which also covers records that a transformation dropped.
     */
    Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> offered) {
        Map<TopicPartition, OffsetAndMetadata> committable = new HashMap<>(offered);
        committable.replaceAll((partition, offset) -> {
            Long first = firstOutstanding(partition);
            return first == null || first >= offset.offset() ? offset : new OffsetAndMetadata(first);
        });
        return committable;
    }

    /** These partitions are revoked; settling their records later has no effect on offsets. */
    void closed(Collection<TopicPartition> closed) {
        closed.forEach(topicPartition -> {
            Partition partition = partitions.remove(topicPartition);
            if (partition != null) {
                partition.revoked = true;
            }
        });
    }

    private Long firstOutstanding(TopicPartition topicPartition) {
        Partition partition = partitions.get(topicPartition);
        Map.Entry<Long, Tracked> first = partition == null ? null : partition.outstanding.firstEntry();
        return first == null ? null : first.getKey();
    }
}
