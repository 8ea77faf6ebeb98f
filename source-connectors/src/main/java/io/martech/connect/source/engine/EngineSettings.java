package io.martech.connect.source.engine;

import io.martech.connect.client.RetryPolicy;
import java.time.Duration;

/**
 * What a task does with what it has read, and with what it cannot read.
 *
 * @param platform such as {@code linkflow}
 * @param progress null if progress records are switched off
 * @param malformedTopic where rows go that cannot become records; null if they are a failure of their resource
 * @param retry the waits between attempts to read a resource that fails
 * @param failsWithAResource whether the task fails with the first of its resources, unless by what may be an outage
 * @param toleratesLostRecords whether Connect goes on when a record was not written ({@code errors.tolerance=all})
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

    /** Everything else as the options have it by default, and no topic for malformed rows. */
    public static EngineSettings of(String platform, ProgressRecords progress) {
        RetryPolicy retry = RetryPolicy.withoutEnd(Duration.ofMillis(500), Duration.ofSeconds(60));
        return new EngineSettings(
                platform, progress, null, retry, false, false, new MemoryBudget(DEFAULT_QUEUED_BYTES));
    }
}
