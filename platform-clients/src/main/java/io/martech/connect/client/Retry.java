package io.martech.connect.client;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a call until it succeeds or cannot: passing faults as the policy says, what nobody documents ten times, a call
 * whose token was refused at once.
 *
 * <p>resilience4j-retry (2.4) was tried for this and does not fit: it sleeps through one static function for the whole
 * class loader, so neither an injected clock nor closing one client can reach it; its number of attempts is one for all
 * faults; and its random intervals vary around the exponential one instead of filling it (full jitter). What would remain
 * of it, the doubling of an interval, is one line of {@link RetryPolicy}.
 */
final class Retry {

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    private final RetryPolicy policy;
    private final Failures failures;
    private final TimeSource time;
    private final Jitter jitter;
    private final SparseLog warnings;
    private final ClientStatistics statistics;
    private final Exchange next;

    Retry(
            RetryPolicy policy,
            Failures failures,
            TimeSource time,
            Jitter jitter,
            ClientStatistics statistics,
            Exchange next) {
        this.policy = policy;
        this.failures = failures;
        this.time = time;
        this.jitter = jitter;
        this.warnings = new SparseLog(time);
        this.statistics = statistics;
        this.next = next;
    }

    /** @throws PlatformException if the call cannot succeed */
    Answer send(ApiCall call) throws InterruptedException {
        int retries = 0;
        int unknowns = 0;
        boolean hadStaleConnection = false;
        while (true) {
            Outcome outcome = next.send(call);
            if (!outcome.wasSent()) {
                continue;
            }
            Verdict verdict = outcome.verdict();
            if (verdict.isOk()) {
                return new Answer(outcome.status(), verdict.body());
            }
            logPlatformMessage(call, verdict);
            if (verdict.category() == Category.AUTHENTICATE) {
                continue;
            }
            if (!isPassing(verdict)) {
                throw failures.of(call, outcome);
            }
            if (outcome.onStaleConnection() && !hadStaleConnection) {
                hadStaleConnection = true;
                statistics.countRetry();
                continue;
            }
            // In a row: where faults of all kinds come and go, the unknown among them is no sign of something that
            // stays.
            unknowns = verdict.isUnknown() ? unknowns + 1 : 0;
            if (unknowns > verdict.retryLimit()) {
                throw failures.stillUnknown(call, outcome, verdict.retryLimit(), policy);
            }
            if (policy.isProbe()) {
                throw failures.notRepeated(call, outcome);
            }
            if (verdict.isPause()) {
                pause(outcome);
                continue;
            }
            if (!policy.allowsAnotherAfter(retries)) {
                throw failures.exhausted(call, outcome, retries, policy);
            }
            backOff(call, outcome, retries);
            retries++;
        }
    }

    /** No fault, so it does not count as a retry of max.retries, and {@link PlatformPause} has told about it. */
    private void pause(Outcome outcome) throws InterruptedException {
        statistics.countRetry();
        waitFor(outcome.verdict().delay().plus(jitter.upTo(policy.boundAfter(0))));
    }

    private void backOff(ApiCall call, Outcome outcome, int retries) throws InterruptedException {
        Duration backoff = jitter.upTo(policy.boundAfter(retries));
        Duration wait = outcome.verdict().delay().plus(backoff);
        if (warnings.isDue(call.asked().resource())) {
            LOG.warn(
                    "{}. Retrying in {} ms, at {} (attempt {}); further warnings are throttled.",
                    failures.description(call, outcome),
                    wait.toMillis(),
                    time.now().plus(wait),
                    retries + 1);
        } else {
            LOG.debug(
                    "{}. Retrying in {} ms (attempt {}).",
                    failures.description(call, outcome),
                    wait.toMillis(),
                    retries + 1);
        }
        statistics.countRetry();
        waitFor(wait);
    }

    private void waitFor(Duration wait) throws InterruptedException {
        statistics.countWait(wait);
        time.sleep(wait);
    }

    private static boolean isPassing(Verdict verdict) {
        return verdict.category() == Category.RETRY || verdict.category() == Category.WAIT;
    }

    /** At DEBUG only: the platform's words may hold personal data. */
    private static void logPlatformMessage(ApiCall call, Verdict verdict) {
        if (verdict.platformMessage() != null) {
            LOG.debug("{} was answered {}: {}", call.asked(), verdict.code(), verdict.platformMessage());
        }
    }
}
