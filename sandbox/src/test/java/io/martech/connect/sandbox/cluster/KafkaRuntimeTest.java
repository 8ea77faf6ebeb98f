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
                .hasMessage(libraries + " holds no connect-runtime-*.jar.");
    }

    @Test
    void anUnbuiltRuntimeSaysHowToBuildIt() {
        assertThatThrownBy(() -> KafkaRuntime.builtUnder(libraries, "4.3"))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("mvn -B -ntp verify");
    }
}
