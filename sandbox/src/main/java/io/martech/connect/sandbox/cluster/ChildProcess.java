package io.martech.connect.sandbox.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** One Java program as a process of its own. It ends when this process ends, however this ends. */
final class ChildProcess {
    /** Ctrl-C reaches every process of the terminal; what it means for the children is for the parent to say. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private static final String RESOURCES = ChildProcess.class.getPackageName().replace('.', '/');

    private static final List<String> SIGNS_OF_A_TAKEN_PORT = List.of("Address already in use", "Failed to bind");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final String name;
    private final Process process;
    private final LogFile log;

    private ChildProcess(String name, Process process, LogFile log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the program in the directory of its log file, which its output is appended to.
     *
     * @param name for messages, such as "The Kafka broker"
     */
    static ChildProcess start(
            String name, KafkaRuntime runtime, JvmOptions jvm, Path logFile, String mainClass, List<String> arguments) {
        return start(name, runtime.classPath(), jvm.with(logging(runtime)), logFile, mainClass, arguments);
    }

    /** The same for a program that is not Kafka's. @param classPath as after {@code -cp} */
    static ChildProcess start(
            String name, String classPath, JvmOptions jvm, Path logFile, String mainClass, List<String> arguments) {
        LogFile log = LogFile.from(logFile);
        try {
            Process process = new ProcessBuilder(command(classPath, jvm, mainClass, arguments))
                    .directory(logFile.toAbsolutePath().getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                    .start();
            return new ChildProcess(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /**
     * Waits until the program is ready.
     *
     * @throws ClusterException if it ends or does not get ready in time; the program is then gone
     */
    void awaitReady(BooleanSupplier ready, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (hasEndedWithin(BETWEEN_LOOKS)) {
                throw new ClusterException(reasonOfDeath() + logTail());
            }
            if (System.nanoTime() - deadline > 0) {
                kill();
                throw new ClusterException(name + " was not ready after " + patience.toSeconds() + " s." + logTail());
            }
        }
    }

    /**
     * Waits until the program has ended by itself.
     *
     * @throws ClusterException if it fails or takes longer
     */
    void awaitSuccess(Duration patience) {
        if (!hasEndedWithin(patience)) {
            kill();
            throw new ClusterException(name + " did not end within " + patience.toSeconds() + " s." + logTail());
        }
        if (exitCode() != 0) {
            throw new ClusterException(reasonOfDeath() + logTail());
        }
    }

    /**
     * Asks the program to stop (SIGTERM) and waits; kills it when it takes longer.
     *
     * @return whether it stopped by itself
     */
    boolean stop(Duration patience) {
        // Process.destroy() would close the pipe as well, and with it end the child before it has cleaned up.
        process.toHandle().destroy();
        boolean stopped = hasEndedWithin(patience);
        kill();
        return stopped;
    }

    /** Ends the program at once (SIGKILL) and waits until it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code of a process that has ended; 128 and the signal's number if a signal ended it. */
    int exitCode() {
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    Path logFile() {
        return log.path();
    }

    private boolean hasEndedWithin(Duration patience) {
        CompletableFuture<Process> end = process.onExit();
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw new ClusterException("Interrupted while waiting for " + name, e);
        }
    }

    private String reasonOfDeath() {
        return log.firstLineWith(SIGNS_OF_A_TAKEN_PORT)
                .map(line -> name + " could not take its port, another process has it: " + line.strip())
                .orElse(name + " ended with exit code " + exitCode() + ".");
    }

    private String logTail() {
        return "\n  its log: " + log.path() + "\n" + log.tail().indent(4);
    }

    private static List<String> command(String classPath, JvmOptions jvm, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm.arguments());
        command.addAll(List.of("-cp", classPath + ":" + ownLocation()));
        command.addAll(List.of(ChildMain.class.getName(), mainClass));
        command.addAll(arguments);
        return command;
    }

    private static String logging(KafkaRuntime runtime) {
        return runtime.logsWithLog4j2()
                ? "-Dlog4j2.configurationFile=classpath:" + RESOURCES + "/log4j2.properties"
                : "-Dlog4j.configuration=" + RESOURCES + "/log4j.properties";
    }

    private static Path ownLocation() {
        try {
            return Path.of(ChildMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
