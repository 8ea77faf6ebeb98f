package io.martech.connect.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What was logged since a moment, at any level. */
public final class TestLog {

    /** Each JVM that runs tests writes a file of its own; target/test.log where nobody says which. */
    private static final Path FILE = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile", "target/test.log"));

    private final int linesBefore;

    private TestLog(int linesBefore) {
        this.linesBefore = linesBefore;
    }

    public static TestLog fromHere() {
        // The first logger empties the file of an earlier run.
        LoggerFactory.getLogger(TestLog.class);
        return new TestLog(allLines().size());
    }

    public List<String> lines() {
        return allLines().stream().skip(linesBefore).toList();
    }

    /** The lines of one level. */
    public List<String> lines(String level) {
        return lines().stream().filter(line -> line.contains(" " + level + " ")).toList();
    }

    private static List<String> allLines() {
        try {
            return Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
