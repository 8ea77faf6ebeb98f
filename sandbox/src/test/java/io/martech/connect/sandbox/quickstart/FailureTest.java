package io.martech.connect.sandbox.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.cluster.ClusterException;
import io.martech.connect.sandbox.cluster.ConnectRestException;
import io.martech.connect.sandbox.cluster.ConnectorStatus;
import io.martech.connect.sandbox.cluster.ConnectorStatus.TaskStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {

    private static final String TRACE = """
            org.apache.kafka.connect.errors.ConnectException: Exiting
            \tat org.apache.kafka.Something.run(Something.java:1)
            Caused by: java.lang.RuntimeException: outer
            \t... 3 more
            Caused by: io.martech.connect.SomeException: Linkflow refused the App Key: HTTP 401
            \t... 5 more""";

    @Test
    void aFailedTaskIsOneLineWithTheInnermostReason() {
        ConnectorStatus status = new ConnectorStatus(
                "RUNNING", "", List.of(new TaskStatus(0, "RUNNING", "", ""), new TaskStatus(1, "FAILED", "", TRACE)));

        assertThat(Failure.of("linkflow-source", status))
                .contains("Task 1 of linkflow-source has failed: Linkflow refused the App Key: HTTP 401");
    }

    @Test
    void aFailedConnectorIsOneLine() {
        assertThat(Failure.of("linkflow-source", new ConnectorStatus("FAILED", TRACE, List.of())))
                .contains("The connector linkflow-source has failed: Linkflow refused the App Key: HTTP 401");
    }

    @Test
    void aRunningConnectorHasNotFailed() {
        ConnectorStatus status = new ConnectorStatus("RUNNING", "", List.of(new TaskStatus(0, "RUNNING", "", "")));

        assertThat(Failure.of("linkflow-source", status)).isEmpty();
    }

    @Test
    void ofALongMessageTheFirstLineAndTheLogRemain() {
        ClusterException failure = new ClusterException(
                "The Connect worker ended with exit code 1.\n  its log: /tmp/worker.log\n    line\n    line\n");

        assertThat(Failure.of(failure))
                .isEqualTo("The Connect worker ended with exit code 1. See its log: /tmp/worker.log");
    }

    @Test
    void aRefusedConfigurationKeepsItsReasonsInOneLine() {
        ConnectRestException failure = new ConnectRestException(
                "POST /connectors", 400, "Connector configuration is invalid:\nlinkflow.app.key is refused\n");

        assertThat(Failure.of(failure))
                .isEqualTo("POST /connectors was answered with HTTP 400:"
                        + " Connector configuration is invalid: linkflow.app.key is refused");
    }

    @Test
    void anExceptionWithoutMessageStillSaysWhatItIs() {
        assertThat(Failure.of(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
