package io.martech.connect.source.engine;

import io.martech.connect.client.TimeSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.connect.source.SourceRecord;

/** A started source task: its pollers, and the way of their units into Kafka. */
public final class SourceEngine implements AutoCloseable {

    private static final long LONGEST_POLL_MILLIS = 1_000;

    private final Runnable connections;
    private final UnitRecords unitRecords;
    private final UnitQueue queue = new UnitQueue();
    private final Map<String, ResourcePoller> pollers = new LinkedHashMap<>();
    private final Map<String, Confirmations> confirmations = new HashMap<>();
    private final Map<String, ResourceMetrics> metrics = new HashMap<>();

    /**
     * @param connections closes what the resources are read with, which ends every call that is under way
     * @param resources what this task reads
     * @param positions where each resource stands, by its name; a resource without one begins at the beginning
     * @param progress null if progress records are switched off
     */
    public SourceEngine(
            String platform,
            Runnable connections,
            List<Resource> resources,
            Map<String, Position> positions,
            ProgressRecords progress,
            TimeSource time) {
        this.connections = connections;
        this.unitRecords = new UnitRecords(platform, progress);
        for (Resource resource : resources) {
            Position position = Scope.bind(resource, positions.getOrDefault(resource.name(), Position.start()));
            pollers.put(resource.name(), new ResourcePoller(resource, position, queue.newInlet(), time));
            Confirmations confirmed = new Confirmations(resource.strategy().completeUpTo(position));
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
     * @param stored the last positions that Connect has stored
     */
    public static SourceEngine reading(
            SourceSettings settings,
            Function<String, Resource> resourceOf,
            Runnable connections,
            StoredPositions stored,
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
     * One unit of one resource, or null if none is ready within a second.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if a resource cannot be read any more
     */
    public List<SourceRecord> poll() throws InterruptedException {
        ReadUnit unit = queue.poll(LONGEST_POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (unit == null) {
            return null;
        }
        metrics.get(unit.resource().name()).count(unit.unit());
        List<SourceRecord> records =
                unitRecords.of(unit, confirmations.get(unit.resource().name()));
        return records.isEmpty() ? null : records;
    }

    /** Kafka has the record. */
    public void confirm(SourceRecord record) {
        if (record instanceof UnitRecord data) {
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
