package io.martech.connect.integration.cluster;

import io.martech.connect.integration.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What all workers have logged that tests of this JVM have started. */
public final class WorkerLogs {

    private static final Pattern HEAD = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d[T ][\\d:,]+ (\\w+) ");

    private WorkerLogs() {}

    /**
     * One line.
     *
     * @param level of the message that it belongs to; a message, with its stack trace, may have many lines
     */
    public record Line(Path file, String level, String text) {

        public boolean isAboveDebug() {
            return !level.equals("DEBUG") && !level.equals("TRACE");
        }

        @Override
        public String toString() {
            return file.getParent().getFileName() + ": " + text;
        }
    }

    public static List<Line> ofThisRun() {
        Path clusters = ProjectRoot.find().resolve("integration-tests/target/cluster");
        try (Stream<Path> files = Files.walk(clusters, 3)) {
            List<Line> lines = new ArrayList<>();
            files.filter(file -> file.endsWith("worker.log") && isOfThisRun(file))
                    .forEach(file -> addLines(file, lines));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfThisRun(Path file) {
        try {
            long modified = Files.readAttributes(file, BasicFileAttributes.class)
                    .lastModifiedTime()
                    .toMillis();
            return modified >= ManagementFactory.getRuntimeMXBean().getStartTime();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addLines(Path file, List<Line> lines) {
        try {
            String level = "INFO";
            for (String text : Files.readAllLines(file)) {
                Matcher head = HEAD.matcher(text);
                level = head.find() ? head.group(1) : level;
                lines.add(new Line(file, level, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
