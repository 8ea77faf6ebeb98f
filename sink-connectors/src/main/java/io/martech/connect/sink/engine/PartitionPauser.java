package io.martech.connect.sink.engine;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * Bounds what the task holds: pauses all partitions when the backlog is full, resumes them when it has been worked off to
 * half. Pauses them too while the platform wants to be left alone, and a single partition while too much of it would come again after a
 * restart. Belongs to the task's thread.
 */
final class PartitionPauser {

    private final SinkTaskContext context;
    private final EngineSettings.Backlog capacity;
    private boolean full;
    private Set<TopicPartition> paused = Set.of();
    private boolean applied;

    /** @param capacity what to hold before pausing; one more batch of the consumer may come on top */
    PartitionPauser(SinkTaskContext context, EngineSettings.Backlog capacity) {
        this.context = context;
        this.capacity = capacity;
    }

    /**
     * Partitions arrived or left. The worker pauses again what was paused when it left, and resumes nothing by itself, so the
     * wanted state, be it pause or resume, has to be applied anew to the whole assignment.
     */
    void assignmentChanged() {
        applied = false;
    }

    /**
     * Pauses or resumes as the backlog and the platform ask.
     *
     * @param records that were received and are neither delivered nor set aside for certain
     * @param bytes their size
     * @param farBehind partitions of which too much is not settled
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
        // Between a revocation and the next assignment a call reaches nothing.
        applied = !assignment.isEmpty();
    }

    boolean isPaused() {
        return !paused.isEmpty();
    }
}
