package io.martech.connect.sink.engine;

import io.martech.connect.client.RetryPolicy;
import io.martech.connect.sink.dispatch.BatchBounds;
import java.util.List;

/**
 * How an engine works, as the connector's configuration says.
 *
 * @param connector the connector's name, under which metrics are published
 * @param batches how much a request holds, and how long a record may wait for others
 * @param maxInFlight {@code max.in.flight.requests}: the ceiling of requests under way at once
 * @param maxConsecutiveRejections {@code max.consecutive.rejections}
 * @param backlog what the task holds before it pauses its partitions
 * @param retry how long to back off after a fault that may pass, and how often
 * @param codes what codes and HTTP statuses mean by configuration
 * @param toleratesRejections whether {@code errors.tolerance} lets the task go on after a rejection
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
     * When to pause.
     *
     * @param records received, and neither delivered nor set aside for certain
     * @param bytes {@code max.backlog.bytes}: their size, as they came
     * @param distance {@code max.uncommitted.offsets}: offsets between a partition's first record that is not settled and its last one
     */
    public record Backlog(int records, long bytes, long distance) {

        /** Enough records to keep every request thread busy between two calls of {@code put}, 100 ms apart. */
        public static final int RECORDS_DEFAULT = 2_000;
    }

    /**
     * What codes of the platform and HTTP statuses mean beside what is documented.
     *
     * @param rejecting {@code <platform>.reject.codes}
     * @param splitting {@code <platform>.split.codes}
     */
    public record Codes(List<String> rejecting, List<String> splitting) {

        public static final Codes NONE = new Codes(List.of(), List.of());
    }
}
