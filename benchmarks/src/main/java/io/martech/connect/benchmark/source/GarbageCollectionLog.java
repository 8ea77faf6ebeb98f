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

    /** What was found so far. */
    Peak read() {
        try {
            return peakIn(Files.readAllLines(file));
        } catch (IOException e) {
            throw new BenchmarkException("The worker has written no " + file, e);
        }
    }

    static Peak peakIn(List<String> lines) {
        int used = 0;
        int needed = 0;
        int fullCollections = 0;
        for (String line : lines) {
            Matcher sizes = SIZES.matcher(line);
            if (sizes.find()) {
                used = Math.max(used, Integer.parseInt(sizes.group(1)));
                if (line.contains("Pause Full")) {
                    needed = Math.max(needed, Integer.parseInt(sizes.group(2)));
                    fullCollections++;
                }
            }
        }
        return new Peak(used, fullCollections, needed);
    }

    /**
     * The greatest use of the heap.
     *
     * @param usedMegabytes with what was no longer needed
     * @param fullCollections how often the whole heap was cleared of waste
     * @param neededMegabytes what was left then; 0 if that never happened
     */
    record Peak(int usedMegabytes, int fullCollections, int neededMegabytes) {}
}
