package io.martech.connect.source.engine;

import io.martech.connect.client.RetryPolicy;
import java.time.Duration;

/**
 * The settings of a task for emitting what it reads, and for handling failures.
 *
 * @param platform such as {@code linkflow}
 * @param progress null if progress records are switched off
 * @param malformedTopic the topic of rows that cannot be converted to records; null if they make their resource fail
 * @param retry the waits between attempts to read a failing resource
 * @param failsWithAResource whether the task fails with the first failing resource, unless the failure may be an outage
 * @param toleratesLostRecords whether Connect continues when a record was not written ({@code errors.tolerance=all})
 * @param memory bounds what is read ahead, over all resources
 */
public record EngineSettings(
        String platform,
        ProgressRecords progress,
        String malformedTopic,
        RetryPolicy retry,
        boolean failsWithAResource,
        boolean toleratesLostRecords,
        MemoryBudget memory) {

    private static final long DEFAULT_QUEUED_BYTES = 64L * 1024 * 1024;

    /** The defaults of the options, without a topic for malformed rows. */
    public static EngineSettings of(String platform, ProgressRecords progress) {
        RetryPolicy retry = RetryPolicy.withoutEnd(Duration.ofMillis(500), Duration.ofSeconds(60));
        return new EngineSettings(
                platform, progress, null, retry, false, false, new MemoryBudget(DEFAULT_QUEUED_BYTES));
    }
}
