package io.martech.connect.sink.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.IllegalWorkerStateException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * What the framework gives a task, and what the task asked of it. A task of this engine never seeks and never asks for a commit:
 * offsets are the framework's, told by {@code preCommit}. So those calls throw here, and fail the test that sees one.
 */
public final class FakeContext implements SinkTaskContext {

    private final Set<TopicPartition> assignment = new HashSet<>();
    private final Set<TopicPartition> paused = new HashSet<>();
    private final List<Long> timeouts = Collections.synchronizedList(new ArrayList<>());
    private ErrantRecordReporter reporter;

    /** Assigns partitions as a worker does: one that the task paused and never resumed arrives paused. */
    public FakeContext assign(TopicPartition... partitions) {
        assignment.addAll(List.of(partitions));
        paused.retainAll(assignment);
        return this;
    }

    /** The worker forgets that a partition is paused only when others are assigned. */
    public FakeContext revoke(TopicPartition... partitions) {
        assignment.removeAll(List.of(partitions));
        return this;
    }

    public FakeContext reportTo(ErrantRecordReporter reporter) {
        this.reporter = reporter;
        return this;
    }

    /** The assigned partitions from which nothing is fetched. */
    public Set<TopicPartition> paused() {
        Set<TopicPartition> assignedAndPaused = new HashSet<>(paused);
        assignedAndPaused.retainAll(assignment);
        return assignedAndPaused;
    }

    public List<Long> timeouts() {
        return List.copyOf(timeouts);
    }

    public void forgetTimeouts() {
        timeouts.clear();
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        throw new AssertionError("A task must not seek");
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        throw new AssertionError("A task must not seek");
    }

    @Override
    public void timeout(long milliseconds) {
        timeouts.add(milliseconds);
    }

    @Override
    public Set<TopicPartition> assignment() {
        return Set.copyOf(assignment);
    }

    @Override
    public void pause(TopicPartition... partitions) {
        requireAssigned(partitions);
        paused.addAll(List.of(partitions));
    }

    @Override
    public void resume(TopicPartition... partitions) {
        requireAssigned(partitions);
        paused.removeAll(List.of(partitions));
    }

    @Override
    public void requestCommit() {
        throw new AssertionError("A task must not ask for a commit");
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return reporter;
    }

    private void requireAssigned(TopicPartition... partitions) {
        if (!assignment.containsAll(List.of(partitions))) {
            throw new IllegalWorkerStateException("SinkTasks may not pause partitions that are not assigned to them.");
        }
    }
}
