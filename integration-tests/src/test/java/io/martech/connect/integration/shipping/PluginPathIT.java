package io.martech.connect.integration.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.integration.cluster.ShippedConnectors;
import io.martech.connect.sandbox.cluster.KafkaRuntime;
import io.martech.connect.sandbox.cluster.PluginArchives;
import io.martech.connect.sandbox.cluster.PluginListing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built archives, as Kafka's own tool for plugin paths sees them. */
class PluginPathIT {

    private static final Path ROOT = ProjectRoot.find();

    @TempDir
    Path directory;

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
