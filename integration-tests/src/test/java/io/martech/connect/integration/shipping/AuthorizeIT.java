package io.martech.connect.integration.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.sources.SimulatedWukong;
import io.martech.connect.integration.sources.SourceTopics;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the README of {@code bin/authorize} says, step by step, with a connector on a real worker at the end. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class AuthorizeIT {

    private static final String REGISTERED = "https://www.example.com/callback";

    @TempDir
    Path directory;

    @Test
    void aPersonConsentsInABrowserAndTheConnectorFindsTheTokensInTheStore(TestCluster cluster) throws IOException {
        try (SimulatedWukong wukong = SimulatedWukong.start()) {
            wukong.insertSomeRows();
            String redirect = "http://127.0.0.1:" + freePort() + "/callback";
            wukong.platform().quirks().registeredRedirect.set(redirect);
            try (AuthorizeProgram program =
                    authorize(wukong, "--redirect-uri=" + redirect, "--token-store=" + wukong.tokenStore())) {
                program.consent();
                assertThat(program.awaitSuccess()).contains("The tokens are in " + wukong.tokenStore());
            }
            assertThat(filesIn(wukong.tokenStore())).allMatch(AuthorizeIT::isPrivate);

            assertThatItReads(
                    wukong,
                    cluster,
                    wukong.source(cluster.uniqueName("authorized")).with("wukong.refresh.token", ""));
        }
    }

    @Test
    void aCodeThatIsPastedBecomesALineOfAPropertiesFile(TestCluster cluster) throws IOException {
        Path properties = directory.resolve("wukong.properties");
        Files.writeString(
                properties, "wukong.app.secret=" + WukongPlatform.APP_SECRET + "\nwukong.refresh.token=old\n");
        try (SimulatedWukong wukong = SimulatedWukong.start()) {
            wukong.insertSomeRows();
            String address = REGISTERED + "?code=" + wukong.platform().tokens().newCode();
            try (AuthorizeProgram program = authorize(
                    wukong, "--redirect-uri=" + REGISTERED, "--code=" + address, "--properties=" + properties)) {
                assertThat(program.awaitSuccess())
                        .contains("\"wukong.refresh.token\": \"${file:" + properties + ":wukong.refresh.token}\"");
            }
            assertThat(Files.readString(properties))
                    .contains("wukong.app.secret=" + WukongPlatform.APP_SECRET)
                    .doesNotContain("=old");
            assertThat(isPrivate(properties)).isTrue();

            ConnectorSettings settings = wukong.source(cluster.uniqueName("authorized"))
                    .with("wukong.app.secret", "${file:" + properties + ":wukong.app.secret}")
                    .with("wukong.refresh.token", "${file:" + properties + ":wukong.refresh.token}");
            assertThatItReads(wukong, cluster, settings);
        }
    }

    private AuthorizeProgram authorize(SimulatedWukong wukong, String... options) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), WukongPlatform.APP_SECRET + "\n");
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "wukong",
                                "--url=" + wukong.server().uri(),
                                "--app-id=" + WukongPlatform.APP_ID,
                                "--app-secret-file=" + secret),
                        Stream.of(options))
                .toList();
        return AuthorizeProgram.start(Files.createDirectory(directory.resolve("archive")), arguments);
    }

    private static void assertThatItReads(SimulatedWukong wukong, TestCluster cluster, ConnectorSettings settings) {
        String prefix = settings.values().get("topic.prefix");
        try (DeployedConnector source = DeployedConnector.deploy(cluster.connect(), prefix, settings)) {
            source.awaitRunning();
            new SourceTopics(wukong, prefix, cluster.committed()).awaitEquality();
        }
        assertThat(wukong.platform().tokens().denied()).isZero();
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static boolean isPrivate(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .equals("rw-------");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
