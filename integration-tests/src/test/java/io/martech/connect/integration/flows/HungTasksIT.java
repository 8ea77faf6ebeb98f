package io.martech.connect.integration.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.sinks.SinkTopic;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.integration.sources.SimulatedWukong;
import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tasks that hang in a call stop all the same, many together: the worker's graceful-stop time (five seconds) is shared by all of
 * them. The worker's log would say of each that did not.
 */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class HungTasksIT {

    private static final List<String> COMPLAINTS = List.of("Graceful stop of ", "did not stop", "was cancelled");

    @Test
    void tasksThatHangAtConnectInHeadersAndInTheBodyStopGracefullyTogether(TestCluster cluster) throws IOException {
        SinkTopic events = SinkTopic.create(cluster, 1);
        events.write(10, 1);
        try (SimulatedLinkflow silent = SimulatedLinkflow.start();
                SimulatedLinkflow halfSilent = SimulatedLinkflow.start();
                SimulatedWukong silentTokens = SimulatedWukong.start();
                Unreachable unreachable = new Unreachable();
                LocalConnectWorker worker = cluster.startWorker(cluster.uniqueName("hung"), WorkerSettings.small())) {
            silent.server().faults().outage(WireFault.HANG_BEFORE_HEADERS);
            halfSilent.server().faults().outage(WireFault.HANG_IN_BODY);
            silentTokens.faults().outage(WireFault.HANG_BEFORE_HEADERS, Traffic.TOKEN);
            Map<String, ConnectorSettings> hanging = Map.of(
                    "at-connect", source(silent, "at-connect").with("linkflow.url", unreachable.url()),
                    "in-headers", source(silent, "in-headers"),
                    "in-body", source(halfSilent, "in-body"),
                    "in-a-token-call", silentTokens.source("in-a-token-call").with("tasks.max", "2"),
                    "sink", events.sink(halfSilent).withoutTrial());

            List<DeployedConnector> deployed = new ArrayList<>();
            hanging.forEach((name, settings) ->
                    deployed.add(DeployedConnector.deploy(worker.rest(), cluster.uniqueName(name), settings)));
            awaitHanging(deployed, silent, halfSilent, silentTokens);
            deployed.forEach(DeployedConnector::close);
            Patience.until(() -> worker.rest().connectors().isEmpty());
            assertThat(complaints(worker)).as("after DELETE").isEmpty();

            silent.server().requests().reset();
            silentTokens.requests().reset();
            halfSilent.server().requests().reset();
            deployed.clear();
            hanging.forEach((name, settings) ->
                    deployed.add(DeployedConnector.deploy(worker.rest(), cluster.uniqueName(name), settings)));
            awaitHanging(deployed, silent, halfSilent, silentTokens);
            assertThat(worker.stop(Patience.WITHOUT_PROGRESS))
                    .as("stopped by itself")
                    .isTrue();
            assertThat(log(worker)).as("after SIGTERM").last().asString().contains("Kafka Connect stopped");
            assertThat(complaints(worker)).as("after SIGTERM").isEmpty();
        }
    }

    private static ConnectorSettings source(SimulatedLinkflow linkflow, String prefix) {
        return linkflow.source(prefix).withoutTrial();
    }

    private static void awaitHanging(
            List<DeployedConnector> deployed,
            SimulatedLinkflow silent,
            SimulatedLinkflow halfSilent,
            SimulatedWukong silentTokens) {
        deployed.forEach(DeployedConnector::awaitRunning);
        Patience.untilAsserted(() -> {
            assertThat(silent.server().requests().total()).isPositive();
            assertThat(silentTokens.requests().total()).isPositive();
            assertThat(halfSilent.server().requests().total()).isGreaterThan(1);
        });
    }

    private static List<String> complaints(LocalConnectWorker worker) throws IOException {
        return log(worker).stream()
                .filter(line -> COMPLAINTS.stream().anyMatch(line::contains))
                .toList();
    }

    private static List<String> log(LocalConnectWorker worker) throws IOException {
        return Files.readAllLines(worker.logFile());
    }

    /** An address where connecting hangs: the only place in the queue of a listener that never accepts is taken. */
    private static final class Unreachable implements AutoCloseable {

        private final ServerSocket listener;
        private final List<Socket> waiting = new ArrayList<>();

        Unreachable() throws IOException {
            listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
            for (int i = 0; i < 2; i++) {
                waiting.add(new Socket("127.0.0.1", listener.getLocalPort()));
            }
        }

        String url() {
            return "http://127.0.0.1:" + listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : waiting) {
                socket.close();
            }
            listener.close();
        }
    }
}
