package io.martech.connect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.cluster.BrokerSettings;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.KafkaRuntime;
import io.martech.connect.sandbox.cluster.LocalCluster;
import io.martech.connect.sandbox.cluster.PluginArchives;
import io.martech.connect.sandbox.cluster.PluginListing;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built archives, unpacked into the plugin path of real workers that find plugins by service manifests only. */
class ArchiveOnWorkerIT {

    private static final Path ROOT = ProjectRoot.find();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {KafkaRuntime.OLDEST, KafkaRuntime.NEWEST})
    void everyConnectorIsOfferedAndCanBeConfigured(String line) {
        Path plugins = PluginArchives.builtUnder(ROOT).unpackInto(directory.resolve("plugins"));
        try (LocalCluster cluster = LocalCluster.start(
                KafkaRuntime.builtUnder(ROOT, line),
                BrokerSettings.small(),
                WorkerSettings.small(),
                plugins,
                directory.resolve("cluster"))) {
            ConnectRestClient rest = cluster.worker().rest();

            assertThat(rest.connectorPlugins())
                    .extracting(plugin -> plugin.path("class").asText())
                    .containsExactlyInAnyOrderElementsOf(ShippedConnectors.all());
            assertThat(rest.connectorPlugins())
                    .extracting(plugin -> plugin.path("version").asText())
                    .allSatisfy(version -> assertThat(version).matches("\\d+\\.\\d+.*"));
            for (String connector : ShippedConnectors.all()) {
                JsonNode answer = rest.validate(connector, Map.of("connector.class", connector, "topics", "any"));
                assertThat(answer.path("configs")).as("keys of " + connector).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {KafkaRuntime.OLDEST, KafkaRuntime.NEWEST})
    void kafkasOwnToolFindsEveryClassLoadableWithAManifestAndNothingElse(String line) {
        Path plugins = PluginArchives.builtUnder(ROOT).unpackInto(directory.resolve("plugins"));

        List<PluginListing.Plugin> found = PluginListing.of(KafkaRuntime.builtUnder(ROOT, line), plugins, directory);

        assertThat(found)
                .extracting(PluginListing.Plugin::className)
                .containsExactlyInAnyOrderElementsOf(ShippedConnectors.all());
        assertThat(found).allMatch(PluginListing.Plugin::isLoadable).allMatch(PluginListing.Plugin::hasManifest);
    }
}
