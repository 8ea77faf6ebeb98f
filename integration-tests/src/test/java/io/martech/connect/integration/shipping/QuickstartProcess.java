package io.martech.connect.integration.shipping;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./quickstart} as a user runs it, with what it prints in a file. */
final class QuickstartProcess implements AutoCloseable {

    /** A build that runs in the background ignores Ctrl-C and bequeaths that; a user's terminal does not. */
    private static final List<String> LISTENING_TO_CTRL_C = List.of(
            "/bin/sh",
            "-c",
            "env --default-signal=INT true 2> /dev/null && exec env --default-signal=INT \"$@\" || exec \"$@\"",
            "sh");

    private final Process process;
    private final Path output;

    private QuickstartProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the script. What is to be run is built already: another build in the middle of this one would disturb it. */
    static QuickstartProcess start(String... options) {
        return start(new ProcessBuilder(), options);
    }

    /** Starts the script with another Java. */
    static QuickstartProcess startWithJavaHome(Path javaHome, String... options) {
        ProcessBuilder builder = new ProcessBuilder();
        builder.environment().put("JAVA_HOME", javaHome.toString());
        return start(builder, options);
    }

    private static QuickstartProcess start(ProcessBuilder builder, String... options) {
        Path root = ProjectRoot.find();
        List<String> command = new ArrayList<>(LISTENING_TO_CTRL_C);
        command.addAll(List.of(root.resolve("quickstart").toString(), "--no-build"));
        command.addAll(List.of(options));
        try {
            Path directory = Files.createDirectories(root.resolve("integration-tests/target/quickstart"));
            Path output = Files.createTempFile(directory, "output-", ".log");
            builder.command(command).redirectErrorStream(true).redirectOutput(output.toFile());
            return new QuickstartProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has ended. */
    int awaitExitCode() {
        Patience.until(this::output, output -> !process.isAlive());
        return process.exitValue();
    }

    /** What it has printed so far, errors included. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Itself and the processes that it has started. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>(process.descendants().toList());
        processes.add(process.toHandle());
        return processes;
    }

    /**
     * Sends the signal of Ctrl-C to every process, as a terminal does. Whoever runs this build in the background of a shell has
     * that signal ignored, which every process inherits and Java cannot undo; then it is the signal of a service manager.
     *
     * @return the exit code that follows: 128 and the signal's number
     */
    int pressCtrlC() {
        boolean isIgnored = interruptIsIgnored();
        List<String> command = new ArrayList<>(List.of("kill", isIgnored ? "-TERM" : "-INT"));
        processes().forEach(each -> command.add(Long.toString(each.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return isIgnored ? 143 : 130;
    }

    /** As Linux tells it; elsewhere the signal is taken to arrive. */
    private static boolean interruptIsIgnored() {
        Path status = Path.of("/proc/self/status");
        try (Stream<String> lines = Files.exists(status) ? Files.lines(status) : Stream.empty()) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends whatever of it still runs. */
    @Override
    public void close() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }
}
