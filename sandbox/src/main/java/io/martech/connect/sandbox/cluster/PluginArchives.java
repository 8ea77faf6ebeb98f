package io.martech.connect.sandbox.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The plugin archives as the build has made them: the component zips that users install.
 *
 * @param files one zip per connector module
 */
public record PluginArchives(List<Path> files) {

    public PluginArchives {
        files = List.copyOf(files);
    }

    /**
     * The archives that the build of this project has made.
     *
     * @param projectRoot the top directory of the project
     * @throws ClusterException if one is missing
     */
    public static PluginArchives builtUnder(Path projectRoot) {
        return new PluginArchives(Stream.of("source-connectors", "sink-connectors")
                .map(module -> onlyZipIn(projectRoot.resolve(module).resolve("target/components/packages")))
                .toList());
    }

    /**
     * Unpacks every archive beside the others, as a user does.
     *
     * @param directory created if absent; files of the same name are replaced
     * @return the directory, for {@code plugin.path}
     */
    public Path unpackInto(Path directory) {
        files.forEach(archive -> unpack(archive, directory.toAbsolutePath().normalize()));
        return directory;
    }

    private static Path onlyZipIn(Path directory) {
        try (Stream<Path> entries = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            List<Path> zips =
                    entries.filter(entry -> entry.toString().endsWith(".zip")).toList();
            if (zips.size() != 1) {
                throw new ClusterException("Expected one plugin archive in " + directory + " but found " + zips
                        + ": run 'mvn -B -ntp clean verify'.");
            }
            return zips.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path archive, Path directory) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new ClusterException(archive + " holds an entry outside of itself: " + entry.getName());
                }
                write(zip, entry, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
