package io.martech.connect.client.http;

import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.Category;
import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.Jitter;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.ThrottledLogger;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.response.CallResult;
import io.martech.connect.client.response.Classification;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a call until it succeeds or is given up: transient failures are retried as the policy says, undocumented
 * responses ten times, a call whose token was rejected at once.
 *
 * <p>resilience4j-retry (2.4) was evaluated and does not fit: it sleeps through one static function per class loader, so
 * neither an injected clock nor closing one client can reach it; it has one number of attempts for all failures; and its
 * random intervals vary around the exponential one instead of filling it (full jitter). What would remain of it, the
 * doubling of an interval, is one line of {@link RetryPolicy}.
 */
public final class RetryInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RetryInterceptor.class);

    private final RetryPolicy policy;
    private final Failures failures;
    private final TimeSource time;
    private final Jitter jitter;
    private final ThrottledLogger warnings;
    private final ClientStatistics statistics;
    private final Interceptor next;

    public RetryInterceptor(
            RetryPolicy policy,
            Failures failures,
            TimeSource time,
            Jitter jitter,
            ClientStatistics statistics,
            Interceptor next) {
        this.policy = policy;
        this.failures = failures;
        this.time = time;
        this.jitter = jitter;
        this.warnings = new ThrottledLogger(time);
        this.statistics = statistics;
        this.next = next;
    }

    /** @throws PlatformException if the call fails */
    public ApiResponse send(ApiCall call) throws InterruptedException {
        int retries = 0;
        int unknowns = 0;
        boolean hadStaleConnection = false;
        while (true) {
            CallResult outcome = next.send(call);
            if (!outcome.wasSent()) {
                continue;
            }
            Classification classification = outcome.classification();
            if (classification.isOk()) {
                return new ApiResponse(outcome.status(), classification.body());
            }
            logPlatformMessage(call, classification);
            if (classification.category() == Category.AUTHENTICATE) {
                continue;
            }
            if (!isPassing(classification)) {
                throw failures.of(call, outcome);
            }
            if (outcome.onStaleConnection() && !hadStaleConnection) {
                hadStaleConnection = true;
                statistics.countRetry();
                continue;
            }
            // In a row: where failures of all kinds come and go, an undocumented one among them is no sign of a
            // permanent cause.
            unknowns = classification.isUnknown() ? unknowns + 1 : 0;
            if (unknowns > classification.retryLimit()) {
                throw failures.stillUnknown(call, outcome, classification.retryLimit(), policy);
            }
            if (policy.isSingleAttempt()) {
                throw failures.of(call, outcome);
            }
            if (policy.isProbe()) {
                throw failures.notRepeated(call, outcome);
            }
            if (classification.isPause()) {
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

    /** A requested pause is no failure: it is not charged to max.retries, and {@link RateLimitPause} has logged it. */
    private void pause(CallResult outcome) throws InterruptedException {
        statistics.countRetry();
        waitFor(outcome.classification().delay().plus(jitter.upTo(policy.boundAfter(0))));
    }

    private void backOff(ApiCall call, CallResult outcome, int retries) throws InterruptedException {
        Duration backoff = jitter.upTo(policy.boundAfter(retries));
        Duration wait = outcome.classification().delay().plus(backoff);
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

    private static boolean isPassing(Classification classification) {
        return classification.category() == Category.RETRY || classification.category() == Category.WAIT;
    }

    /** At DEBUG only: the platform's message may hold personal data. */
    private static void logPlatformMessage(ApiCall call, Classification classification) {
        if (classification.platformMessage() != null) {
            LOG.debug("{} was answered {}: {}", call.asked(), classification.code(), classification.platformMessage());
        }
    }
}
