package io.martech.connect.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path directory;

    private KafkaRuntime runtime;
    private Path logFile;
    private ChildProcess child;

    @BeforeEach
    void packsTheChildsMainClassAsItsOnlyLibrary() throws IOException {
        runtime = new KafkaRuntime("4.3.1", directory.resolve("libs"));
        logFile = directory.resolve("child.log");
        pack(ChildFixture.class, runtime.libraries().resolve("child.jar"));
    }

    @AfterEach
    void leavesNoProcess() {
        if (child != null) {
            child.kill();
        }
    }

    @Test
    void stopsInGoodOrder() {
        child = startReady("wait");

        assertThat(child.stop(PATIENCE)).isTrue();

        assertThat(logFile).content().contains(ChildFixture.GOOD_ORDER);
    }

    @Test
    void aKillGivesNoTimeToCleanUp() {
        child = startReady("wait");

        child.kill();

        assertThat(child.isAlive()).isFalse();
        assertThat(logFile).content().doesNotContain(ChildFixture.GOOD_ORDER);
    }

    @Test
    void aChildThatDoesNotStopIsKilled() {
        child = startReady("hang-at-stop");

        assertThat(child.stop(Duration.ofMillis(300))).isFalse();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void ctrlCInTheTerminalIsLeftToTheParent() throws Exception {
        child = startReady("wait");

        new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
        child.stop(PATIENCE);

        assertThat(child.exitCode()).as("ended by SIGTERM, not by SIGINT").isEqualTo(128 + 15);
    }

    @Test
    void aDeathBeforeReadyIsToldWithTheTailOfTheLog() {
        child = start("fail");

        assertThatThrownBy(() -> child.awaitReady(() -> false, PATIENCE))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("The child ended with exit code 1.\n")
                .hasMessageContaining(logFile.toString())
                .hasMessageContaining("no such luck");
    }

    @Test
    void aTakenPortIsToldAsSuch() {
        child = start("port-taken");

        assertThatThrownBy(() -> child.awaitReady(() -> false, PATIENCE))
                .hasMessageStartingWith("The child could not take its port, another process has it: ");
    }

    @Test
    void oneThatNeverGetsReadyIsKilledAndTold() {
        child = start("wait");

        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(1)))
                .hasMessageStartingWith("The child was not ready after 1 s.");

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void theLogOfAnEarlierRunIsKeptButNotReported() {
        child = start("port-taken");
        assertThatThrownBy(() -> child.awaitSuccess(PATIENCE)).hasMessageContaining("could not take its port");

        child = start("fail");
        assertThatThrownBy(() -> child.awaitSuccess(PATIENCE))
                .hasMessageStartingWith("The child ended with exit code 1.")
                .hasMessageNotContaining("Address already in use");

        assertThat(logFile).content().contains("Address already in use", "no such luck");
    }

    @Test
    void endsWhenTheParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentFixture.class.getName(),
                        runtime.libraries().toString(),
                        logFile.toString(),
                        ChildFixture.class.getName())
                .redirectErrorStream(true)
                .start();
        long pid = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle grandchild = ProcessHandle.of(pid).orElseThrow();
        try {
            assertThat(grandchild.isAlive()).isTrue();

            parent.destroyForcibly().waitFor();

            assertThat(grandchild.onExit()).succeedsWithin(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            parent.destroyForcibly();
            grandchild.destroyForcibly();
        }
    }

    private ChildProcess startReady(String quirks) {
        ChildProcess started = start(quirks);
        started.awaitReady(
                () -> LogFile.wholeOf(logFile)
                        .firstLineWith(List.of(ChildFixture.READY))
                        .isPresent(),
                PATIENCE);
        return started;
    }

    private ChildProcess start(String quirks) {
        return ChildProcess.start(
                "The child", runtime, JvmOptions.small(), logFile, ChildFixture.class.getName(), List.of(quirks));
    }

    private static void pack(Class<?> type, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        String resource = type.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                InputStream content = type.getClassLoader().getResourceAsStream(resource)) {
            out.putNextEntry(new JarEntry(resource));
            content.transferTo(out);
        }
    }
}
