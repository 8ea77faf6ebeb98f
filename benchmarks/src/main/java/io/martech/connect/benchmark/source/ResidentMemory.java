package io.martech.connect.benchmark.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory a process has had, as the operating system counts it. */
final class ResidentMemory {

    private static final String PEAK = "VmHWM:";
    private static final int KILOBYTES_PER_MEGABYTE = 1024;

    private ResidentMemory() {}

    /** The most so far in megabytes; "unknown" where the system has no /proc. */
    static String peakOf(long pid) {
        try {
            return peakIn(Files.readAllLines(Path.of("/proc/" + pid + "/status")));
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    static String peakIn(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> line.replaceAll("\\D", ""))
                .map(kilobytes -> Long.toString(Long.parseLong(kilobytes) / KILOBYTES_PER_MEGABYTE))
                .findFirst()
                .orElse("unknown");
    }
}
