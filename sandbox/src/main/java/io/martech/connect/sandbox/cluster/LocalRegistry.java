package io.martech.connect.sandbox.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Apicurio's schema registry as a process on the loopback address, with everything in memory, and the converters that a worker
 * needs to use it as it would use Confluent's: wire format and subjects are the same.
 */
public final class LocalRegistry implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(4);
    private static final Duration TO_STOP = Duration.ofSeconds(10);
    private static final String NAME = "The schema registry";
    private static final String CONVERTER = "io.apicurio.registry.utils.converter.AvroConverter";

    private final int port;
    private final ChildProcess process;

    private LocalRegistry(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts the registry that the build of this project has collected.
     *
     * @param directory for its log file; created if absent
     * @throws ClusterException if it does not come up; nothing of it is left running
     */
    public static LocalRegistry start(Path projectRoot, Path directory) {
        int port = LoopbackPort.free();
        JvmOptions jvm = JvmOptions.small()
                .with("-Dquarkus.http.host=" + LoopbackPort.HOST)
                .with("-Dquarkus.http.port=" + port);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LocalRegistry registry = new LocalRegistry(
                port,
                ChildProcess.start(
                        NAME,
                        runner(projectRoot).toString(),
                        jvm,
                        directory.toAbsolutePath().resolve("registry.log"),
                        "io.quarkus.runner.GeneratedMain",
                        List.of()));
        registry.process.awaitReady(registry::answers, TO_START);
        return registry;
    }

    /** The address of the interface that is Confluent's. */
    public String address() {
        return home() + "/apis/ccompat/v7";
    }

    /**
     * The settings of a connector whose records are Avro, with the names that Confluent's converter gives to schemas.
     *
     * @return settings for both keys and values
     */
    public Map<String, String> converters() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String side : List.of("key", "value")) {
            String prefix = side + ".converter";
            settings.put(prefix, CONVERTER);
            settings.put(prefix + ".apicurio.registry.url", home() + "/apis/registry/v2");
            settings.put(prefix + ".apicurio.registry.auto-register", "true");
            settings.put(prefix + ".apicurio.registry.id-handler", "io.apicurio.registry.serde.Legacy4ByteIdHandler");
            settings.put(prefix + ".apicurio.registry.use-id", "contentId");
            settings.put(prefix + ".apicurio.registry.headers.enabled", "false");
            settings.put(
                    prefix + ".apicurio.registry.artifact-resolver-strategy",
                    "io.apicurio.registry.serde.strategy.TopicIdStrategy");
        }
        return settings;
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** What it printed. */
    public Path logFile() {
        return process.logFile();
    }

    /**
     * Puts the converters on a worker's {@code plugin.path}.
     *
     * @param plugins the directory that holds one directory per plugin
     */
    public static void installConverters(Path projectRoot, Path plugins) {
        Path target = plugins.resolve("apicurio-converters");
        try {
            Files.createDirectories(target);
            try (Stream<Path> jars = Files.list(module(projectRoot).resolve("converters"))) {
                for (Path jar : jars.toList()) {
                    Path copy = target.resolve(jar.getFileName());
                    if (!Files.exists(copy)) {
                        Files.copy(jar, copy);
                    }
                }
            }
            writeManifest(target.resolve("manifest.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar itself names no services, so a worker that does not scan would miss it. */
    private static void writeManifest(Path file) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("META-INF/services/org.apache.kafka.connect.storage.Converter"));
            jar.write(CONVERTER.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }

    /** Ends it at once: it keeps nothing. */
    @Override
    public void close() {
        process.stop(TO_STOP);
    }

    private String home() {
        return "http://" + LoopbackPort.HOST + ":" + port;
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/subjects"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path runner(Path projectRoot) {
        Path home = module(projectRoot).resolve("registry");
        try (Stream<Path> files = Files.isDirectory(home) ? Files.list(home) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new ClusterException(
                            "There is no schema registry in " + home + ": run 'mvn -B -ntp verify' first."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path module(Path projectRoot) {
        return projectRoot.resolve("sandbox/registry/target");
    }
}
