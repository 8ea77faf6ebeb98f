package io.martech.connect.integration.shipping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a plugin archive holds, read into memory.
 *
 * @param path the zip
 * @param files content by path below the archive's only top directory
 */
record Archive(Path path, Map<String, byte[]> files) {

    static Archive read(Path zip) {
        try (InputStream in = Files.newInputStream(zip)) {
            Map<String, byte[]> files = new TreeMap<>();
            entriesOf(in).forEach((name, content) -> files.put(name.substring(name.indexOf('/') + 1), content));
            return new Archive(zip, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files directly in a directory, such as "lib". */
    Set<String> namesIn(String directory) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(directory + "/"))
                .map(name -> name.substring(directory.length() + 1))
                .collect(Collectors.toSet());
    }

    /** Whether there is a file, or a directory with files, of that path. */
    boolean holds(String path) {
        return files.keySet().stream().anyMatch(name -> name.equals(path) || name.startsWith(path + "/"));
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** Every entry of every jar, as "jar!entry". */
    Map<String, byte[]> jarEntries() {
        Map<String, byte[]> all = new TreeMap<>();
        files.forEach((name, content) -> {
            if (name.endsWith(".jar")) {
                entriesOf(new ByteArrayInputStream(content))
                        .forEach((entry, bytes) ->
                                all.put(name.substring(name.lastIndexOf('/') + 1) + "!" + entry, bytes));
            }
        });
        return all;
    }

    private static Map<String, byte[]> entriesOf(InputStream in) {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), zip.readAllBytes());
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
