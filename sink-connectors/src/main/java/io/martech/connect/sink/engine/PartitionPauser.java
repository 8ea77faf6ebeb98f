package io.martech.connect.sink.engine;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * Bounds what the task holds: pauses all partitions when the backlog is full, resumes them when it has been worked off to
 * half. Pauses them too while the platform wants to be left alone. Belongs to the task's thread.
 */
final class PartitionPauser {

    private final SinkTaskContext context;
    private final int pauseAt;
    private final int resumeAt;
    private boolean full;
    private boolean paused;
    private boolean applied;

    /** @param capacity records to hold before pausing; one more batch of the consumer may come on top */
    PartitionPauser(SinkTaskContext context, int capacity) {
        this.context = context;
        this.pauseAt = capacity;
        this.resumeAt = capacity / 2;
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
     * @param held records that were received and are neither delivered nor set aside for certain
     */
    void adjust(int held, boolean platformWantsRest) {
        full = full ? held > resumeAt : held >= pauseAt;
        boolean shouldPause = full || platformWantsRest;
        if (applied && shouldPause == paused) {
            return;
        }
        TopicPartition[] assignment = context.assignment().toArray(TopicPartition[]::new);
        if (shouldPause) {
            context.pause(assignment);
        } else {
            context.resume(assignment);
        }
        paused = shouldPause;
        // Between a revocation and the next assignment a call reaches nothing.
        applied = assignment.length > 0;
    }

    boolean isPaused() {
        return paused;
    }
}
