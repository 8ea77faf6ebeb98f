package io.martech.connect.source.engine;

import io.martech.connect.client.TimeSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.connect.source.SourceRecord;

/** A started source task: its pollers, and the way of their chunks into Kafka. */
public final class SourceEngine implements AutoCloseable {

    private static final long LONGEST_POLL_MILLIS = 1_000;

    private final Runnable connections;
    private final ChunkRecords chunkRecords;
    private final ChunkQueue queue = new ChunkQueue();
    private final Map<String, ResourcePoller> pollers = new LinkedHashMap<>();
    private final Map<String, AckTracker> confirmations = new HashMap<>();
    private final Map<String, ResourceMetrics> metrics = new HashMap<>();

    /**
     * @param connections closes what the resources are read with, which ends every call that is under way
     * @param resources what this task reads
     * @param cursors where each resource stands, by its name; a resource without one begins at the beginning
     * @param progress null if progress records are switched off
     */
    public SourceEngine(
            String platform,
            Runnable connections,
            List<Resource> resources,
            Map<String, Cursor> cursors,
            ProgressRecords progress,
            TimeSource time) {
        this.connections = connections;
        this.chunkRecords = new ChunkRecords(platform, progress);
        for (Resource resource : resources) {
            Cursor cursor = Scope.bind(resource, cursors.getOrDefault(resource.name(), Cursor.start()));
            pollers.put(resource.name(), new ResourcePoller(resource, cursor, queue.newInlet(), time));
            AckTracker confirmed = new AckTracker(resource.reader().completeUpTo(cursor));
            confirmations.put(resource.name(), confirmed);
            metrics.put(resource.name(), new ResourceMetrics(resource, confirmed));
        }
    }

    /**
     * An engine that reads what a configuration names. If it cannot be put together, the connections are closed: Connect does not
     * stop a task that failed to start.
     *
     * @param resourceOf makes a resource of its name
     * @param connections closes what the resources are read with
     * @param stored the last cursors that Connect has stored
     */
    public static SourceEngine reading(
            SourceSettings settings,
            Function<String, Resource> resourceOf,
            Runnable connections,
            StoredCursors stored,
            TimeSource time) {
        try {
            List<Resource> resources =
                    settings.resources().stream().map(resourceOf).toList();
            return new SourceEngine(
                    settings.platform(),
                    connections,
                    resources,
                    stored.of(resources),
                    settings.progressRecordsOrNull(),
                    time);
        } catch (RuntimeException failure) {
            connections.run();
            throw failure;
        }
    }

    /**
     * Starts to read.
     *
     * @param connector the connector's name, for the metrics
     */
    public void start(String connector) {
        metrics.values().forEach(published -> published.register(connector));
        pollers.values().forEach(ResourcePoller::start);
    }

    /**
     * One chunk of one resource, or null if none is ready within a second.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if a resource cannot be read any more
     */
    public List<SourceRecord> poll() throws InterruptedException {
        ReadChunk chunk = queue.poll(LONGEST_POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (chunk == null) {
            return null;
        }
        metrics.get(chunk.resource().name()).count(chunk.chunk());
        List<SourceRecord> records =
                chunkRecords.of(chunk, confirmations.get(chunk.resource().name()));
        return records.isEmpty() ? null : records;
    }

    /** Kafka has the record. */
    public void confirm(SourceRecord record) {
        if (record instanceof ChunkRecord data) {
            data.confirm();
        }
    }

    /** Cancels what is under way and drops what was read ahead. Returns at once. */
    @Override
    public void close() {
        pollers.values().forEach(ResourcePoller::close);
        connections.run();
        metrics.values().forEach(ResourceMetrics::close);
    }
}
