package io.martech.connect.integration.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.sandbox.cluster.ClusterException;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.ConnectRestException;
import io.martech.connect.sandbox.cluster.ConnectorStatus;
import java.util.function.Predicate;

/** A connector on a worker for the time of a test. */
public final class DeployedConnector implements AutoCloseable {

    private final ConnectRestClient rest;
    private final String name;

    private DeployedConnector(ConnectRestClient rest, String name) {
        this.rest = rest;
        this.name = name;
    }

    /** Deploys it; returns before its tasks run. */
    public static DeployedConnector deploy(ConnectRestClient rest, String name, ConnectorSettings settings) {
        rest.deploy(name, settings.values());
        return new DeployedConnector(rest, name);
    }

    /** One that a killed and restarted worker runs again. */
    public static DeployedConnector named(ConnectRestClient rest, String name) {
        return new DeployedConnector(rest, name);
    }

    public String name() {
        return name;
    }

    /** Gives it another configuration. */
    public void configure(ConnectorSettings settings) {
        rest.deploy(name, settings.values());
    }

    public ConnectorStatus status() {
        return rest.status(name);
    }

    public void awaitRunning() {
        awaitStatus("runs", ConnectorStatus::isRunning);
    }

    /** Waits until a task has failed. @return its stack trace */
    public String awaitFailure() {
        awaitStatus(
                "has a failed task", status -> status.tasks().stream().anyMatch(ConnectorStatus.TaskStatus::hasFailed));
        return status().tasks().stream()
                .filter(ConnectorStatus.TaskStatus::hasFailed)
                .findFirst()
                .orElseThrow()
                .trace();
    }

    /** Stops it and waits until its tasks are gone, so that its offsets can be changed. */
    public void stop() {
        rest.stop(name);
        awaitStatus("is stopped", ConnectorStatus::isStopped);
    }

    public void resume() {
        rest.resume(name);
    }

    /** Starts failed tasks again. */
    public void restartFailed() {
        rest.restartFailed(name);
    }

    /** Takes it away. A worker that is gone already is no harm. */
    @Override
    public void close() {
        try {
            rest.delete(name);
        } catch (ConnectRestException | ClusterException alreadyGone) {
            // The test has ended, by success or by the failure that matters.
        }
    }

    /** A connector that was just deployed has no status for a moment. */
    private void awaitStatus(String expectation, Predicate<ConnectorStatus> expected) {
        Patience.untilAsserted(() -> {
            try {
                assertThat(status()).as(name).matches(expected, expectation);
            } catch (ConnectRestException notYet) {
                throw new AssertionError(notYet.getMessage());
            }
        });
    }
}
