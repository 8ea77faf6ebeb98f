package io.martech.connect.client.auth;

import io.martech.connect.client.Jitter;
import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often refused tokens may be renewed: each renewal may kill another client's token, which then kills ours, without
 * end. Guarded by its owner's lock.
 */
final class RenewalLimit {

    private static final int RENEWALS = 5;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** The more often it happened lately, the further apart two clients that replace each other's token must get. */
    private static final Duration JITTER_STEP = Duration.ofMillis(200);

    private final TimeSource time;
    private final Jitter jitter;
    private final Deque<Long> renewals = new ArrayDeque<>();

    RenewalLimit(TimeSource time, Jitter jitter) {
        this.time = time;
        this.jitter = jitter;
    }

    boolean isExhausted() {
        long now = time.nanoTime();
        while (!renewals.isEmpty() && now - renewals.peekFirst() >= PERIOD.toNanos()) {
            renewals.removeFirst();
        }
        return renewals.size() >= RENEWALS;
    }

    /** Counts one renewal and says how long to wait before it. */
    Duration takeOne() {
        renewals.addLast(time.nanoTime());
        return jitter.upTo(JITTER_STEP.multipliedBy(renewals.size()));
    }
}
