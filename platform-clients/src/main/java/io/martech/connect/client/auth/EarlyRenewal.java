package io.martech.connect.client.auth;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TimeSource;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a valid token may be renewed early. The platforms limit token calls, so failed renewals back off
 * exponentially. A renewal that was rejected permanently is not retried until there is another token: it could not
 * succeed before the user authorizes the connector again, and the current token is valid until it expires or is rejected.
 */
final class EarlyRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyRenewal.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    /** A failure that has persisted this long deserves the user's attention. */
    private static final int FAILURES_UNTIL_A_WARNING = 4;

    private final TimeSource time;

    private volatile boolean isRefused;
    private volatile long notBeforeNanos;
    private int failures;

    EarlyRenewal(TimeSource time) {
        this.time = time;
        this.notBeforeNanos = time.nanoTime();
    }

    boolean isAllowed() {
        return !isRefused && time.nanoTime() - notBeforeNanos >= 0;
    }

    /** Another token was issued. Guarded by the lock of the renewing thread, as is {@link #failed}. */
    void succeeded() {
        isRefused = false;
        failures = 0;
        notBeforeNanos = time.nanoTime();
    }

    /** @param lifeLeft how long the current token remains valid */
    void failed(PlatformException failure, Duration lifeLeft) {
        failures++;
        if (failure.category() == Category.STOP) {
            isRefused = true;
            LOG.warn(
                    "The token could not be renewed early, and this is not retried. The current one is valid for"
                            + " {} more minutes; after that the task fails, unless this is fixed by then: {}",
                    lifeLeft.toMinutes(),
                    failure.getMessage());
            return;
        }
        Duration pause = RetryPolicy.withoutEnd(FIRST_PAUSE, LONGEST_PAUSE).boundAfter(failures - 1);
        notBeforeNanos = time.nanoTime() + pause.toNanos();
        String words = "The token could not be renewed early; the current one is valid for {} more minutes."
                + " Retrying in {} s: {}";
        if (failures < FAILURES_UNTIL_A_WARNING) {
            LOG.info(words, lifeLeft.toMinutes(), pause.toSeconds(), failure.getMessage());
        } else {
            LOG.warn(words, lifeLeft.toMinutes(), pause.toSeconds(), failure.getMessage());
        }
    }
}
