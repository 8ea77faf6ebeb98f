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
    private boolean assignmentChanged;

    /** @param capacity records to hold before pausing; one more batch of the consumer may come on top */
    PartitionPauser(SinkTaskContext context, int capacity) {
        this.context = context;
        this.pauseAt = capacity;
        this.resumeAt = capacity / 2;
    }

    /** Partitions arrived, and partitions arrive unpaused. */
    void assignmentChanged() {
        assignmentChanged = true;
    }

    /**
     * Pauses or resumes as the backlog and the platform ask.
     *
     * @param held records that were received and are neither delivered nor set aside for certain
     */
    void adjust(int held, boolean platformWantsRest) {
        boolean isFull = full ? held > resumeAt : held >= pauseAt;
        boolean shouldPause = isFull || platformWantsRest;
        if (shouldPause && (!paused || assignmentChanged)) {
            context.pause(assignment());
        } else if (!shouldPause && paused) {
            context.resume(assignment());
        }
        full = isFull;
        paused = shouldPause;
        assignmentChanged = false;
    }

    boolean isPaused() {
        return paused;
    }

    private TopicPartition[] assignment() {
        return context.assignment().toArray(TopicPartition[]::new);
    }
}
