package io.martech.connect.benchmark.source;

import io.martech.connect.benchmark.setting.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log that a JVM writes of its garbage collections: one line for each, such as {@code Pause Young 150M->60M(256M)}. */
final class GarbageCollectionLog {

    private static final Pattern SIZES = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    private final Path file;

    GarbageCollectionLog(Path file) {
        this.file = file;
    }

    /** The flag that makes a JVM write it. */
    String flag() {
        return "-Xlog:gc:file=" + file;
    }

    /** The greatest heap so far. */
    Peak read() {
        try {
            return peakIn(Files.readAllLines(file));
        } catch (IOException e) {
            throw new BenchmarkException("The worker has written no " + file, e);
        }
    }

    static Peak peakIn(List<String> lines) {
        int before = 0;
        int after = 0;
        for (String line : lines) {
            Matcher sizes = SIZES.matcher(line);
            if (sizes.find()) {
                before = Math.max(before, Integer.parseInt(sizes.group(1)));
                after = Math.max(after, Integer.parseInt(sizes.group(2)));
            }
        }
        return new Peak(before, after);
    }

    /**
     * The greatest use of the heap.
     *
     * @param beforeMegabytes with what was no longer needed
     * @param afterMegabytes what was needed, or at least not found to be waste
     */
    record Peak(int beforeMegabytes, int afterMegabytes) {}
}
