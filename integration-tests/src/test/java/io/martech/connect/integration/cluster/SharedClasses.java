package io.martech.connect.integration.cluster;

import io.martech.connect.sandbox.cluster.KafkaRuntime;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Kafka's classes as one worker has loaded them, in a file that later workers map into memory: they start in half the time, and
 * tests start them by the dozen. A JVM that the file does not fit starts as it would without.
 */
final class SharedClasses {

    private final KafkaRuntime runtime;
    private final Path list;
    private final Path archive;

    SharedClasses(KafkaRuntime runtime, Path directory) {
        this.runtime = runtime;
        this.list = directory.resolve("classes.list");
        this.archive = directory.resolve("classes.jsa");
    }

    /** For the worker whose classes are to be shared. */
    WorkerSettings listing(WorkerSettings settings) {
        return settings.withJvm(settings.jvm().with("-XX:DumpLoadedClassList=" + list));
    }

    /** For workers that start after that one. */
    synchronized WorkerSettings sharing(WorkerSettings settings) {
        if (!Files.exists(archive)) {
            collect();
        }
        return settings.withJvm(
                settings.jvm().with("-XX:SharedArchiveFile=" + archive).with("-Xlog:cds=off"));
    }

    private void collect() {
        ProcessBuilder dump = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:dump",
                "-XX:+UseSerialGC",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                runtime.libraries() + "/*");
        try {
            dump.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
