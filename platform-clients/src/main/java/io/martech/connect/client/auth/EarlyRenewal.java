package io.martech.connect.client.auth;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TimeSource;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a token that is still good may be renewed early. Token calls are bounded by the platforms, so what did not work is
 * tried ever less often; what was refused for good not at all, until there is another token: asking again could not help
 * before somebody has let the connector in anew, and then the present token is good until it ends or is refused.
 */
final class EarlyRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyRenewal.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    /** A fault that has not passed by then deserves the user's attention. */
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

    /** There is another token. Guarded by the lock of the renewing thread, as {@link #failed} is. */
    void succeeded() {
        isRefused = false;
        failures = 0;
        notBeforeNanos = time.nanoTime();
    }

    /** @param lifeLeft for how long the present token is good still */
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
