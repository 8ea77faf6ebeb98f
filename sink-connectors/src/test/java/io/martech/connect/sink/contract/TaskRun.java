package io.martech.connect.sink.contract;

import io.martech.connect.sink.engine.FakeContext;
import io.martech.connect.sink.engine.FakeReporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * A task between a worker that a test plays and a simulated platform.
 *
 * @param <S> the platform
 */
public final class TaskRun<S extends SimulatedPlatform> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    public final S simulated;
    public final FakeReporter reporter = new FakeReporter();
    public final FakeContext context = new FakeContext().reportTo(reporter);
    private final Map<TopicPartition, Long> position = new HashMap<>();
    private final Supplier<? extends SinkTask> newTask;
    private SinkTask task;

    public TaskRun(S simulated, Supplier<? extends SinkTask> newTask) {
        this.simulated = simulated;
        this.newTask = newTask;
    }

    /** A configuration that reaches the platform and does not wait long before it tries again. */
    public Map<String, String> reaching(Map<String, String> config, String... more) {
        Map<String, String> reaching = new HashMap<>(config);
        reaching.putAll(simulated.access());
        reaching.putAll(Map.of(
                "errors.tolerance",
                "all",
                "retry.backoff.ms",
                "5",
                "retry.backoff.max.ms",
                "50",
                "request.timeout.ms",
                "2000"));
        return TestConfig.with(reaching, more);
    }

    public SinkTask start(Map<String, String> config) {
        task = newTask.get();
        task.initialize(context);
        task.start(config);
        task.open(context.assignment());
        return task;
    }

    public void put(List<SinkRecord> records) {
        for (SinkRecord record : records) {
            TopicPartition partition = new TopicPartition(record.originalTopic(), record.originalKafkaPartition());
            context.assign(partition);
            position.merge(partition, record.originalKafkaOffset() + 1, Math::max);
        }
        task.put(records);
    }

    /** Goes on calling the task, as the worker does, until all that it was given may be committed. */
    public void untilAllIsCommitted() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!committed().equals(position)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not committed in time: " + committed() + " of " + position);
            }
            task.put(List.of());
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Goes on calling the task until it throws, and returns what it threw. */
    public RuntimeException untilFailure() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                task.put(List.of());
            } catch (RuntimeException failure) {
                return failure;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("The task did not fail");
    }

    public Map<TopicPartition, Long> committed() {
        Map<TopicPartition, OffsetAndMetadata> offered = new HashMap<>();
        position.forEach((partition, offset) -> offered.put(partition, new OffsetAndMetadata(offset)));
        Map<TopicPartition, Long> committed = new HashMap<>();
        task.preCommit(offered).forEach((partition, offset) -> committed.put(partition, offset.offset()));
        return committed;
    }

    public void closePartitions() {
        Collection<TopicPartition> all = new ArrayList<>(context.assignment());
        task.close(all);
    }

    public void stop() {
        task.stop();
    }

    @Override
    public void close() {
        if (task != null) {
            task.stop();
        }
        simulated.close();
    }
}
