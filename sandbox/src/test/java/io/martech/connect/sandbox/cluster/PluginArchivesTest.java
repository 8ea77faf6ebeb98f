package io.martech.connect.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginArchivesTest {

    @TempDir
    Path directory;

    @Test
    void unpacksEveryArchive() throws IOException {
        Path sources = zip("sources.zip", "sources/lib/a.jar");
        Path sinks = zip("sinks.zip", "sinks/lib/b.jar");

        Path plugins = new PluginArchives(List.of(sources, sinks)).unpackInto(directory.resolve("plugins"));

        assertThat(plugins.resolve("sources/lib/a.jar")).hasContent("content");
        assertThat(plugins.resolve("sinks/lib/b.jar")).hasContent("content");
    }

    @Test
    void writesNothingOutsideOfTheDirectory() throws IOException {
        Path archive = zip("bad.zip", "../escaped.jar");

        assertThatThrownBy(() -> new PluginArchives(List.of(archive)).unpackInto(directory.resolve("plugins")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("../escaped.jar");

        assertThat(directory.resolve("escaped.jar")).doesNotExist();
    }

    @Test
    void aMissingArchiveSaysHowToBuildIt() {
        assertThatThrownBy(() -> PluginArchives.builtUnder(directory))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("mvn -B -ntp clean verify");
    }

    private Path zip(String name, String entry) throws IOException {
        Path file = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write("content".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
