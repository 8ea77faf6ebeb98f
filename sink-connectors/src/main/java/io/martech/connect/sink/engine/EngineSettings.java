package io.martech.connect.sink.engine;

import io.martech.connect.client.RetryPolicy;
import io.martech.connect.sink.dispatch.BatchBounds;
import java.util.List;

/**
 * The settings of an engine, from the connector's configuration.
 *
 * @param connector the connector's name, under which metrics are published
 * @param batches how much a request holds, and how long a record may wait for others
 * @param maxInFlight {@code max.in.flight.requests}: the maximum number of concurrent requests
 * @param maxConsecutiveRejections {@code max.consecutive.rejections}
 * @param backlog how much the task holds before it pauses its partitions
 * @param retry how to back off after a transient failure, and how often
 * @param codes the configured meaning of codes and HTTP statuses
 * @param toleratesRejections whether {@code errors.tolerance} lets the task continue after a rejection
 * @param ordering {@code ordering}: which records wait for each other
 * @param converter the value converter, in words
 */
public record EngineSettings(
        String connector,
        BatchBounds batches,
        int maxInFlight,
        int maxConsecutiveRejections,
        Backlog backlog,
        RetryPolicy retry,
        Codes codes,
        boolean toleratesRejections,
        Ordering ordering,
        String converter) {

    /**
     * When to pause partitions.
     *
     * @param records the number of records received that are neither delivered nor reported with confirmation
     * @param bytes {@code max.backlog.bytes}: their size as received
     * @param distance {@code max.uncommitted.offsets}: offsets between a partition's first unsettled record and its last
     *     one
     */
    public record Backlog(int records, long bytes, long distance) {

        /** Enough records to keep every request thread busy between two calls of {@code put}, 100 ms apart. */
        public static final int RECORDS_DEFAULT = 2_000;
    }

    /**
     * The meaning of the platform's codes and of HTTP statuses beyond what is documented.
     *
     * @param rejecting {@code <platform>.reject.codes}
     * @param splitting {@code <platform>.split.codes}
     */
    public record Codes(List<String> rejecting, List<String> splitting) {

        public static final Codes NONE = new Codes(List.of(), List.of());
    }
}
