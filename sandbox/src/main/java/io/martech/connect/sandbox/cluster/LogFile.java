package io.martech.connect.sandbox.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a child process printed, as one file that grows over restarts. */
final class LogFile {

    private static final int TAIL_LINES = 25;

    private final Path path;
    private final long start;

    private LogFile(Path path, long start) {
        this.path = path;
        this.start = start;
    }

    /** The part of the file that is written from now on. */
    static LogFile from(Path path) {
        try {
            Files.createDirectories(path.getParent());
            return new LogFile(path, Files.exists(path) ? Files.size(path) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with everything that earlier runs left in it. */
    static LogFile wholeOf(Path path) {
        return new LogFile(path, 0);
    }

    Path path() {
        return path;
    }

    /** The first line since the start that contains any of the words. */
    Optional<String> firstLineWith(List<String> words) {
        return lines().stream()
                .filter(line -> words.stream().anyMatch(line::contains))
                .findFirst();
    }

    /** The last lines since the start, for an error message. */
    String tail() {
        List<String> lines = lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private List<String> lines() {
        try {
            byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            int from = (int) Math.min(start, bytes.length);
            return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
