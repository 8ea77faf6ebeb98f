package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import mockwebserver3.MockWebServer;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkflowSourceConnectorTest {

    private final LinkflowSourceConnector connector = new LinkflowSourceConnector();

    @Test
    void connectFindsItByItsManifest() {
        assertThat(ServiceLoader.load(SourceConnector.class))
                .extracting(Object::getClass)
                .contains(LinkflowSourceConnector.class);
        assertThat(connector.version())
                .isNotBlank()
                .doesNotContain("$")
                .isEqualTo(new LinkflowSourceConnector.Task().version());
        assertThat(connector.taskClass()).isEqualTo(LinkflowSourceConnector.Task.class);
    }

    @Test
    void resourcesAreSpreadOverTasks() {
        connector.start(Properties.REQUIRED);
        assertThat(connector.taskConfigs(1))
                .extracting(task -> task.get("resources"))
                .containsExactly("orders,contacts");
        assertThat(connector.taskConfigs(5))
                .extracting(task -> task.get("resources"))
                .containsExactly("orders", "contacts");
    }

    /** A secret copied to another key would lie in the config topic in clear. */
    @Test
    void theSecretStandsUnderItsOwnKeyOnly() {
        connector.start(Properties.with("foreign", "kept"));
        for (Map<String, String> task : connector.taskConfigs(2)) {
            Map<String, String> others = new HashMap<>(task);
            assertThat(others.remove("linkflow.app.secret")).isEqualTo(Properties.SECRET);
            assertThat(others.toString()).doesNotContain(Properties.SECRET);
            assertThat(others).containsEntry("foreign", "kept");
        }
    }

    @Test
    void startingAndSpreadingAskNobody() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            connector.start(Properties.with("linkflow.url", "http://127.0.0.1:" + server.getPort()));
            connector.taskConfigs(2);
            connector.stop();
            assertThat(server.getRequestCount()).isZero();
        }
    }

    /** JSON has null, and Connect passes it on for keys that are not ours. */
    @Test
    void nullUnderAForeignKeyDoesNoHarm() {
        Map<String, String> properties = new HashMap<>(Properties.REQUIRED);
        properties.putAll(Collections.singletonMap("transforms", null));
        connector.start(properties);
        assertThat(connector.taskConfigs(2)).hasSize(2);
        assertThat(connector.exactlyOnceSupport(properties)).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "true, '', SUPPORTED",
        "true, filter, SUPPORTED",
        "false, '', SUPPORTED",
        "false, ' ', SUPPORTED",
        "false, filter, UNSUPPORTED"
    })
    void exactlyOnceIsSupportedUnlessATransformationCouldSwallowTheCursor(
            String progress, String transforms, ExactlyOnceSupport expected) {
        assertThat(connector.exactlyOnceSupport(
                        Properties.with("progress.enabled", progress, "transforms", transforms)))
                .isEqualTo(expected);
        assertThat(connector.canDefineTransactionBoundaries(Properties.REQUIRED))
                .isEqualTo(ConnectorTransactionBoundaries.UNSUPPORTED);
    }

    @Test
    void offsetsThatCanBeUsedMayBeStored() {
        assertThat(connector.alterOffsets(
                        Properties.REQUIRED,
                        Collections.singletonMap(Map.of("platform", "linkflow", "resource", "orders"), null)))
                .isTrue();
        assertThat(connector.alterOffsets(Properties.REQUIRED, Map.of())).isTrue();
    }

    @Test
    void theResourcesOfATaskAreThoseOfItsConfiguration() {
        connector.start(Properties.with("resources", "contacts"));
        assertThat(connector.taskConfigs(3))
                .extracting(task -> new LinkflowSourceOptions(task).resources())
                .containsExactly(List.of("contacts"));
    }
}
