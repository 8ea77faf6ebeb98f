package io.martech.connect.sink.engine;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * Bounds the records that the task holds: pauses all partitions when the backlog is full, and resumes them when it is
 * down to half. Also pauses them while the platform asks for a pause, and a single partition while too much of it would
 * have to be re-read after a restart. Belongs to the task's thread.
 */
final class PartitionPauser {

    private final SinkTaskContext context;
    private final EngineSettings.Backlog capacity;
    private boolean full;
    private Set<TopicPartition> paused = Set.of();
    private boolean applied;

    /** @param capacity how much to hold before pausing; one more batch of the consumer may be added */
    PartitionPauser(SinkTaskContext context, EngineSettings.Backlog capacity) {
        this.context = context;
        this.capacity = capacity;
    }

    /**
     * Partitions were assigned or revoked. The worker pauses again those that were paused when they were revoked, and
     * resumes none by itself, so the required state, paused or not, must be applied anew to the whole assignment.
     */
    void assignmentChanged() {
        applied = false;
    }

    /**
     * Pauses or resumes partitions according to the backlog and the platform.
     *
     * @param records the number of records received that are neither delivered nor reported with confirmation
     * @param bytes their size in bytes
     * @param farBehind partitions with too many unsettled offsets
     */
    void adjust(int records, long bytes, boolean platformWantsRest, Set<TopicPartition> farBehind) {
        full = full
                ? records > capacity.records() / 2 || bytes > capacity.bytes() / 2
                : records >= capacity.records() || bytes >= capacity.bytes();
        Set<TopicPartition> assignment = context.assignment();
        Set<TopicPartition> wanted = new HashSet<>(full || platformWantsRest ? assignment : farBehind);
        wanted.retainAll(assignment);
        if (applied && wanted.equals(paused)) {
            return;
        }
        Set<TopicPartition> running = new HashSet<>(assignment);
        running.removeAll(wanted);
        context.pause(wanted.toArray(TopicPartition[]::new));
        context.resume(running.toArray(TopicPartition[]::new));
        paused = wanted;
        // Between a revocation and the next assignment a call has no effect.
        applied = !assignment.isEmpty();
    }

    boolean isPaused() {
        return !paused.isEmpty();
    }
}
