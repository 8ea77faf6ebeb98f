package io.martech.connect.sink.engine;

import java.time.Duration;

/**
 * How an engine works, as the connector's configuration says.
 *
 * @param connector the connector's name, under which metrics are published
 * @param batchSize {@code batch.size}: most records in a request
 * @param linger {@code linger.ms}: how long a record may wait for others to share its request
 * @param maxInFlight {@code max.in.flight.requests}: the ceiling of requests under way at once
 * @param maxConsecutiveRejections {@code max.consecutive.rejections}
 * @param capacity records that the task holds before it pauses its partitions
 * @param toleratesRejections whether {@code errors.tolerance} lets the task go on after a rejection
 * @param ordering {@code ordering}: which records wait for each other
 */
public record EngineSettings(
        String connector,
        int batchSize,
        Duration linger,
        int maxInFlight,
        int maxConsecutiveRejections,
        int capacity,
        boolean toleratesRejections,
        Ordering ordering) {

    /**
     * Enough to keep every request thread busy between two calls of {@code put}, 100 ms apart; some 50 MB if every record is
     * an order with many lines.
     */
    public static final int CAPACITY_DEFAULT = 2_000;
}
