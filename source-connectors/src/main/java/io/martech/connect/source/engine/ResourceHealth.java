package io.martech.connect.source.engine;

import io.martech.connect.client.ThrottledLogger;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether one resource can be read, and how many of its rows could not be converted to records. Thread-safe. */
final class ResourceHealth {

    private static final Logger log = LoggerFactory.getLogger(ResourceHealth.class);

    private final String resource;
    private final TimeSource time;
    private final ThrottledLogger warnings;
    private final LongAdder malformedRows = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder lostRecords = new LongAdder();
    private String failure;
    private Instant failingSince;

    ResourceHealth(String resource, TimeSource time) {
        this.resource = resource;
        this.time = time;
        this.warnings = new ThrottledLogger(time);
    }

    /** @param reason without any value of the row */
    void malformedRow(String reason) {
        malformedRows.increment();
        if (warnings.isDue("malformed")) {
            log.warn(
                    "{}: a row cannot become a record and goes to the topic of malformed rows ({} so far): {} Further warnings are"
                            + " throttled.",
                    resource,
                    malformedRows.sum(),
                    reason);
        }
    }

    /**
     * An attempt to read has failed.
     *
     * @param retriedIn the time until the next attempt
     * @return whether this failure is new or has another reason than before
     */
    synchronized boolean failed(String message, Duration retriedIn) {
        boolean isNews = !message.equals(failure);
        failures.increment();
        failure = message;
        failingSince = failingSince == null ? time.now() : failingSince;
        if (warnings.isDue("failure") || isNews) {
            log.warn(
                    "{}: cannot be read since {}; retrying in {} ms, other resources go on; further warnings are throttled. {}",
                    resource,
                    failingSince,
                    retriedIn.toMillis(),
                    message);
        }
        return isNews;
    }

    /**
     * An attempt to read has succeeded.
     *
     * @return whether the previous one had failed
     */
    synchronized boolean recovered() {
        if (failure == null) {
            return false;
        }
        log.info("{}: can be read again, after {}.", resource, Duration.between(failingSince, time.now()));
        failure = null;
        failingSince = null;
        return true;
    }

    /** Connect continued without having written a record. */
    void lostRecord() {
        lostRecords.increment();
        if (warnings.isDue("lost")) {
            log.warn(
                    "{}: Connect dropped a record, or a transformation did, and errors.tolerance=all hides which. complete-up-to stays"
                            + " where it is, also after a restart, until the offset of this resource is reset; {} so far.",
                    resource,
                    lostRecords.sum());
        }
    }

    long malformedRows() {
        return malformedRows.sum();
    }

    long failures() {
        return failures.sum();
    }

    long lostRecords() {
        return lostRecords.sum();
    }

    synchronized long failingMillis() {
        return failingSince == null
                ? 0
                : Math.max(1, Duration.between(failingSince, time.now()).toMillis());
    }

    /** Why it cannot be read; empty if it can. */
    synchronized String failure() {
        return failure == null ? "" : failure;
    }

    synchronized Progress.Health forProgress() {
        return new Progress.Health(failure, failingSince, malformedRows());
    }
}
