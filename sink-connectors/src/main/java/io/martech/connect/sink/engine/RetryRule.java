package io.martech.connect.sink.engine;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.dispatch.Attempts;
import io.martech.connect.sink.dispatch.Batch;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what follows an undocumented failure. It may be an outage, in which nothing may be rejected; it may be one
 * record that the platform does not accept, which must not block the others. Other requests show which: a record that was
 * rejected alone ten times, while requests sent later were accepted, is rejected. If nothing else is accepted, the task
 * waits, or stops if the platform reports that the request itself is invalid. Thread-safe.
 */
final class RetryRule {

    private static final Logger LOG = LoggerFactory.getLogger(RetryRule.class);

    /** How often a record is rejected alone before it goes to the dead letter queue. */
    private static final int REFUSALS_ALONE = 10;

    /** How often a batch is rejected before it is sent in halves, while others are accepted. */
    private static final int REFUSALS_TOGETHER = 3;

    private static final long WARNING_PERIOD_NANOS = Duration.ofSeconds(30).toNanos();

    private final RetryPolicy policy;
    private final SinkMetrics metrics;
    private final TimeSource time;
    private final AcceptedNeighbours accepted = new AcceptedNeighbours();
    private Long warnedNanos;

    RetryRule(RetryPolicy policy, SinkMetrics metrics, TimeSource time) {
        this.policy = policy;
        this.metrics = metrics;
        this.time = time;
    }

    /** What follows. */
    sealed interface Decision permits Retry, Split, Reject {}

    /** Another attempt after this delay. */
    record Retry(Duration delay) implements Decision {}

    /** The records are to be sent in halves. */
    record Split() implements Decision {}

    /** The record is to be rejected. */
    record Reject(RecordRejectedException reason) implements Decision {}

    /** A request of the batch was accepted. */
    void accepted(Batch<?> batch) {
        accepted.accepted(batch.attempts());
    }

    void isOver(Batch<?> batch) {
        accepted.isOver(batch);
    }

    /**
     * Decides after a failure.
     *
     * @param records the records in the request
     * @throws PlatformException the failure, if the task must stop
     */
    Decision after(PlatformException failure, List<? extends PendingRecord<?>> records, Batch<?> batch) {
        Attempts attempts = batch.attempts();
        boolean mayPass = mayPass(failure);
        if (!saysSomethingOfTheRequest(failure)) {
            if (!mayPass) {
                throw failure;
            }
            return retry(failure, records, attempts);
        }
        if (!mayPass) {
            attempts.forbidden();
        }
        accepted.refused(attempts, time.nanoTime());
        boolean othersAreAccepted = accepted.of(attempts);
        boolean isExhausted = !policy.allowsAnotherAfter(attempts.failures());
        if (records.size() > 1
                && (mustSplit(failure, batch, othersAreAccepted) || (othersAreAccepted && isExhausted))) {
            return new Split();
        }
        if (records.size() == 1 && othersAreAccepted && (attempts.refusals() >= REFUSALS_ALONE || isExhausted)) {
            return new Reject(notTaken(failure, attempts));
        }
        return retryUnlessTried(failure, records, attempts, ", and no other record was accepted meanwhile");
    }

    /**
     * Decides after a list that all records need could not be read, which is no evidence against these records.
     *
     * @throws PlatformException the failure, if the task must stop
     */
    Retry afterLookup(PlatformException failure, List<? extends PendingRecord<?>> records, Batch<?> batch) {
        if (saysSomethingOfTheRequest(failure)) {
            return retryUnlessTried(failure, records, batch.attempts(), "");
        }
        if (!mayPass(failure)) {
            throw stop(failure, " Nothing was skipped.");
        }
        return retry(failure, records, batch.attempts());
    }

    private Retry retryUnlessTried(
            PlatformException failure, List<? extends PendingRecord<?>> records, Attempts attempts, String meanwhile) {
        attempts.calledWrong(saysThatTheRequestIsWrong(failure));
        String sent = " It was sent " + (attempts.failures() + 1) + " times";
        if (!policy.allowsAnotherAfter(attempts.failures())) {
            throw stop(
                    failure,
                    sent + ", which is all that max.retries (" + policy.maxRetries() + ") allows" + meanwhile
                            + ". Nothing was skipped. Restart the task when the platform is available again, or set"
                            + " max.retries to -1 to wait for it however long that takes.");
        }
        if (attempts.timesCalledWrong() >= REFUSALS_ALONE) {
            throw stop(
                    failure,
                    sent + meanwhile + ": this may be an outage of the platform, or a setting that it does not accept."
                            + " Nothing was skipped; check the configuration, then restart.");
        }
        return retry(failure, records, attempts);
    }

    /** False if no token could be obtained, if the platform asked for a pause, or if the failure is permanent. */
    private boolean saysSomethingOfTheRequest(PlatformException failure) {
        return !failure.isAboutToken()
                && failure.category() != Category.WAIT
                && (mayPass(failure) || isRefusal(failure));
    }

    private boolean mayPass(PlatformException failure) {
        return failure.category() == Category.RETRY || failure.category() == Category.WAIT || isGivenUpOutage(failure);
    }

    private boolean mustSplit(PlatformException failure, Batch<?> batch, boolean othersAreAccepted) {
        int refusals = batch.attempts().refusals();
        boolean mayBeOne = othersAreAccepted || saysThatTheRequestIsWrong(failure);
        return (refusals >= REFUSALS_TOGETHER && mayBeOne) || (refusals >= REFUSALS_ALONE && accepted.mayTry(batch));
    }

    /**
     * Where the client itself retries, as for tokens and calculations, it gives up after ten retries: an outage is still
     * transient.
     */
    private boolean isGivenUpOutage(PlatformException failure) {
        return failure.category() == Category.STOP
                && failure.origin() == PlatformException.Origin.OUTAGE
                && policy.maxRetries() == RetryPolicy.WITHOUT_END;
    }

    /** Whether a response that ends the call may concern this request only. */
    private static boolean isRefusal(PlatformException failure) {
        int status = failure.status();
        return status >= 400 && status < 500 && (failure.code() == null || status == 401 || status == 403);
    }

    /** A response to an invalid request, rather than that of a failing platform. */
    private static boolean saysThatTheRequestIsWrong(PlatformException failure) {
        int status = failure.status();
        boolean isClientError = status >= 400 && status < 500 && status != 408;
        return isClientError || (status >= 200 && status < 400 && failure.code() != null);
    }

    private Retry retry(PlatformException failure, List<? extends PendingRecord<?>> records, Attempts attempts) {
        long bound = policy.boundAfter(attempts.failures()).toNanos();
        Duration delay = failure.delay().plusNanos(ThreadLocalRandom.current().nextLong(bound + 1));
        if (failure.category() == Category.WAIT && !failure.delay().isZero()) {
            // Not a failure, and the client has logged the pause.
            return new Retry(delay);
        }
        attempts.failed();
        metrics.countRetry(failure.getMessage());
        Object[] words = {
            failure.getMessage(), named(records), delay.toMillis(), time.now().plus(delay), attempts.failures()
        };
        String message = "{} Retrying {} in {} ms, at {} (attempt {}); further warnings are throttled.";
        if (mayWarn()) {
            LOG.warn(message, words);
        } else {
            LOG.debug(message, words);
        }
        return new Retry(delay);
    }

    private static String named(List<? extends PendingRecord<?>> records) {
        String first = records.get(0).coordinates().toString();
        return records.size() == 1 ? first : first + " and " + (records.size() - 1) + " more";
    }

    private synchronized boolean mayWarn() {
        long now = time.nanoTime();
        boolean isDue = warnedNanos == null || now - warnedNanos >= WARNING_PERIOD_NANOS;
        if (isDue) {
            warnedNanos = now;
        }
        return isDue;
    }

    private static RecordRejectedException notTaken(PlatformException failure, Attempts attempts) {
        return new RecordRejectedException(
                codeOf(failure),
                failure.getMessage() + " It was refused alone " + attempts.refusals() + " times (HTTP status "
                        + failure.status() + ", request body of " + attempts.bodyBytes()
                        + " bytes) while other records were accepted, so it is this record that the platform does not take.",
                failure.platformMessage(),
                failure);
    }

    private static PlatformException stop(PlatformException failure, String explanation) {
        return new PlatformException(
                Category.STOP,
                failure.getMessage() + explanation,
                failure.status(),
                failure.code(),
                failure.platformMessage(),
                failure);
    }

    private static String codeOf(PlatformException failure) {
        if (failure.code() != null) {
            return failure.code();
        }
        return failure.status() == 0 ? "no answer" : "HTTP " + failure.status();
    }
}
