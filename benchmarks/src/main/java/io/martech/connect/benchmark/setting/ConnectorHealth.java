package io.martech.connect.benchmark.setting;

import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.ConnectorStatus;
import java.time.Duration;

/** Watches a connector while its effects are awaited, for a limited time. Asks the worker once a second at most. */
public final class ConnectorHealth {

    private static final long BETWEEN_LOOKS_NANOS = Duration.ofSeconds(1).toNanos();

    private final ConnectRestClient rest;
    private final String connector;
    private final long deadline;
    private long lastLook;

    /** @param patience from now on */
    public ConnectorHealth(ConnectRestClient rest, String connector, Duration patience) {
        this.rest = rest;
        this.connector = connector;
        this.lastLook = System.nanoTime();
        this.deadline = lastLook + patience.toNanos();
    }

    /**
     * @param soFar what has arrived, for the message
     * @throws BenchmarkException if the connector has failed, or the time is over
     */
    public void requireGood(String soFar) {
        long now = System.nanoTime();
        if (now - deadline > 0) {
            throw new BenchmarkException(connector + " took too long: " + soFar);
        }
        if (now - lastLook > BETWEEN_LOOKS_NANOS) {
            lastLook = now;
            ConnectorStatus status = rest.status(connector);
            if (status.hasFailed()) {
                throw new BenchmarkException(connector + " has failed: " + status);
            }
        }
    }
}
