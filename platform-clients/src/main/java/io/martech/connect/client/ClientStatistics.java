package io.martech.connect.client;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Statistics of one client. The counters only grow and can be read by any thread at any time. */
public final class ClientStatistics {

    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder waits = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final LongAdder tokenRenewals = new LongAdder();
    private final LongAdder platformPauses = new LongAdder();

    public ClientStatistics() {}

    /** Requests sent, including token calls and retries. */
    public long requests() {
        return requests.sum();
    }

    /** Retries after transient failures. */
    public long retries() {
        return retries.sum();
    }

    /** Waits for the rate limit, for back-off, or because the platform asked for a pause. */
    public long waits() {
        return waits.sum();
    }

    /** The total length of these waits as planned, summed over all threads. */
    public Duration waited() {
        return Duration.ofNanos(waitedNanos.sum());
    }

    /** Tokens obtained, including the first one. */
    public long tokenRenewals() {
        return tokenRenewals.sum();
    }

    /** How often the platform asked for a pause, for example because the account's quota is used up. */
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
