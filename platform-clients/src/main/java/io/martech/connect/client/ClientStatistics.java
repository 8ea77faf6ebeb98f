package io.martech.connect.client;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What a client has done so far. Counters only grow; any thread may read them at any time. */
public final class ClientStatistics {

    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder waits = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final LongAdder tokenRenewals = new LongAdder();
    private final LongAdder platformPauses = new LongAdder();

    public ClientStatistics() {}

    /** Requests that left, token calls and repetitions included. */
    public long requests() {
        return requests.sum();
    }

    /** Repetitions after a passing fault. */
    public long retries() {
        return retries.sum();
    }

    /** Waits for quota, for back-off, or because the platform asked for it. */
    public long waits() {
        return waits.sum();
    }

    /** How long these waits were meant to take, all threads together. */
    public Duration waited() {
        return Duration.ofNanos(waitedNanos.sum());
    }

    /** Tokens obtained, the first one included. */
    public long tokenRenewals() {
        return tokenRenewals.sum();
    }

    /** How often the platform asked to be left alone for a time, as it does when the account's quota is used up. */
    public long platformPauses() {
        return platformPauses.sum();
    }

    public void countRequest() {
        requests.increment();
    }

    public void countRetry() {
        retries.increment();
    }

    public void countWait(Duration duration) {
        waits.increment();
        waitedNanos.add(duration.toNanos());
    }

    public void countPlatformPause() {
        platformPauses.increment();
    }

    public void countTokenRenewal() {
        tokenRenewals.increment();
    }
}
