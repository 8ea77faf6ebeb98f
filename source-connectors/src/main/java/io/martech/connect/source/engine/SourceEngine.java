package io.martech.connect.source.engine;

import io.martech.connect.client.TimeSource;
import io.martech.connect.source.chunk.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.connect.source.SourceRecord;

/** A source task: its pollers, and the path of their chunks into Kafka. */
public final class SourceEngine implements AutoCloseable {

    private static final long LONGEST_POLL_MILLIS = 1_000;

    private final Runnable connections;
    private final EngineSettings settings;
    private final ChunkQueue queue;
    private final List<ResourcePoller> pollers = new ArrayList<>();
    private final Map<String, ResourceHealth> health = new HashMap<>();
    private final Map<String, ResourceMetrics> metrics = new LinkedHashMap<>();

    /**
     * @param connections closes the clients of the resources, which ends every call in progress
     * @param resources the resources that this task reads
     * @param cursors the stored cursor of each resource, by name; a resource without one starts from the beginning
     */
    public SourceEngine(
            EngineSettings settings,
            Runnable connections,
            List<Resource> resources,
            Map<String, Cursor> cursors,
            TimeSource time) {
        this.connections = connections;
        this.settings = settings;
        this.queue = new ChunkQueue(settings.memory());
        FailingResources failing = new FailingResources(resources.size(), settings.failsWithAResource());
        for (Resource resource : resources) {
            Cursor cursor = Scope.bind(resource, cursors.getOrDefault(resource.name(), Cursor.start()));
            ResourceHealth ofResource = new ResourceHealth(resource.name(), time);
            AckTracker confirmed = AckTracker.from(cursor, resource.reader());
            ChunkRecords records = new ChunkRecords(settings, resource, confirmed, ofResource);
            pollers.add(
                    new ResourcePoller(records, cursor, ofResource, failing, queue.newInlet(), settings.retry(), time));
            health.put(resource.name(), ofResource);
            metrics.put(resource.name(), new ResourceMetrics(resource, confirmed, ofResource));
        }
    }

    /**
     * An engine for the resources in a configuration. If it cannot be created, the connections are closed: Connect does
     * not stop a task that failed to start.
     *
     * @param memory bounds what readers hold, and what is queued for Connect
     * @param resourceOf creates a resource by name
     * @param connections closes the clients of the resources
     * @param stored the cursors that Connect has stored
     */
    public static SourceEngine reading(
            SourceOptions settings,
            MemoryBudget memory,
            Function<String, Resource> resourceOf,
            Runnable connections,
            StoredCursors stored,
            TimeSource time) {
        try {
            List<Resource> resources =
                    settings.resources().stream().map(resourceOf).toList();
            return new SourceEngine(settings.engine(memory), connections, resources, stored.of(resources), time);
        } catch (RuntimeException failure) {
            connections.run();
            throw failure;
        }
    }

    /**
     * Starts reading.
     *
     * @param connector the connector's name, for the metrics
     */
    public void start(String connector) {
        metrics.values().forEach(published -> published.register(connector));
        pollers.forEach(ResourcePoller::start);
    }

    /**
     * All chunks that are ready, up to a limit, or null if none is ready within a second.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if the task fails, because of a resource or because none
     *     is left to read
     */
    public List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> records = new ArrayList<>();
        for (ReadChunk chunk : queue.poll(LONGEST_POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            metrics.get(chunk.of().resource().name()).count(chunk);
            records.addAll(chunk.of().of(chunk));
        }
        return records.isEmpty() ? null : records;
    }

    /**
     * Connect has finished with the record.
     *
     * @param isWritten whether Kafka has it. If not, a transformation has dropped it, or writing failed: only where
     *     Connect does not tolerate failures is it certain that no record is missing
     */
    public void confirm(SourceRecord record, boolean isWritten) {
        if (record instanceof ChunkRecord data) {
            if (isWritten || !settings.toleratesLostRecords()) {
                data.confirm();
            } else {
                data.lose();
                health.get(data.sourcePartition().get(SourcePartitions.RESOURCE))
                        .lostRecord();
            }
        }
    }

    /** Cancels calls in progress and drops what was read ahead. Returns at once. */
    @Override
    public void close() {
        pollers.forEach(ResourcePoller::close);
        connections.run();
        metrics.values().forEach(ResourceMetrics::close);
    }
}
