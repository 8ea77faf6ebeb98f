package io.martech.connect.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaRuntimeTest {

    @TempDir
    Path libraries;

    @Test
    void knowsItsVersionFromTheLibraries() throws IOException {
        Files.createFile(libraries.resolve("connect-api-4.3.1.jar"));
        Files.createFile(libraries.resolve("connect-runtime-4.3.1.jar"));

        assertThat(KafkaRuntime.in(libraries).version()).isEqualTo("4.3.1");
    }

    @Test
    void aDirectoryOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> KafkaRuntime.in(libraries))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith(libraries + " should hold one connect-runtime-*.jar, but holds []");
    }

    @Test
    void theRestOfAnEarlierBuildIsToldAndNotMixedIn() throws IOException {
        Files.createFile(libraries.resolve("connect-runtime-4.3.0.jar"));
        Files.createFile(libraries.resolve("connect-runtime-4.3.1.jar"));

        assertThatThrownBy(() -> KafkaRuntime.in(libraries))
                .isInstanceOf(ClusterException.class)
                .hasMessageContainingAll("4.3.0", "4.3.1", "mvn -B -ntp clean verify");
    }

    @Test
    void anUnbuiltRuntimeSaysHowToBuildIt() {
        assertThatThrownBy(() -> KafkaRuntime.builtUnder(libraries, KafkaRuntime.NEWEST))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("mvn -B -ntp verify");
    }
}
