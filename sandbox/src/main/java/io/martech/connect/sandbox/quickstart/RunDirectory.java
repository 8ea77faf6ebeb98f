package io.martech.connect.sandbox.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Data and logs of one run.
 *
 * @param path a directory that no other run uses
 */
record RunDirectory(Path path) {

    static RunDirectory createUnder(Path runs) {
        try {
            Files.createDirectories(runs);
            return new RunDirectory(Files.createTempDirectory(runs.toAbsolutePath(), "run-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes everything in it, for a run that nobody needs to look into. */
    void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
