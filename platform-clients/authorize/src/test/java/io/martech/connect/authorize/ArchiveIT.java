package io.martech.connect.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built archive, unpacked and run as a person does. */
class ArchiveIT {

    @TempDir
    private Path directory;

    @Test
    void runsFromAnywhereAndLetsTheConnectorsIn() throws Exception {
        run("tar", "xzf", archive().toString(), "-C", directory.toString());
        Path home = only(directory, "martech-authorize");
        Path link = Files.createSymbolicLink(directory.resolve("link"), home.resolve("bin/authorize"));
        Path secret = Files.writeString(directory.resolve("secret"), "the-secret");
        Path store = directory.resolve("tokens");

        assertThat(run(link.toString(), "--help")).contains("wukong", "m1world", "Exit codes");
        try (FakePlatform platform = new FakePlatform()) {
            String said = run(
                    link.toString(),
                    "wukong",
                    "--url",
                    platform.url(),
                    "--app-id",
                    "1",
                    "--app-secret-file",
                    secret.toString(),
                    "--code",
                    "the-code",
                    "--token-store",
                    store.toString());
            assertThat(said).startsWith("The tokens are in " + store);
        }
        assertThat(only(store, "wukong-")).content().contains("refresh-1");
        assertThat(home.resolve("LICENSE")).exists();
        assertThat(home.resolve("README.md")).exists();
        assertThat(home.resolve("THIRD-PARTY.txt")).content().contains("picocli");
    }

    private static Path archive() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static Path only(Path parent, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && !file.toString().endsWith(".lock"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String run(String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
