package io.martech.connect.sink.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;

/** What holds for every sink's connector. A connector adds its facts. */
public abstract class SinkConnectorContract {

    private final SinkConnector connector = connector();

    protected abstract SinkConnector connector();

    protected abstract Class<? extends SinkTask> taskClass();

    /** The least that the connector needs, and what is given on top, as key, value, key, value. */
    protected abstract Map<String, String> least(String... more);

    /** A key without which the connector cannot be; not one of the account's. */
    protected abstract String requiredKey();

    /** Keys of which each task gets its share. */
    protected Set<String> sharedOut() {
        return Set.of();
    }

    protected abstract SimulatedPlatform newPlatform();

    @Test
    void is_found_by_its_manifest_and_knows_its_version() throws ReflectiveOperationException {
        assertThat(ServiceLoader.load(SinkConnector.class).stream().map(ServiceLoader.Provider::type))
                .contains(connector.getClass());
        assertThat(connector.version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(taskClass().getConstructor().newInstance().version()).isEqualTo(connector.version());
    }

    @Test
    void gives_every_task_the_very_configuration() {
        Map<String, String> config = least("topics", "people", "errors.tolerance", "all");
        config.put("value.converter", null);
        connector.start(config);

        assertThat(connector.taskClass()).isEqualTo(taskClass());
        assertThat(connector.taskConfigs(3)).hasSize(3).allSatisfy(task -> {
            Map<String, String> common = new HashMap<>(task);
            Map<String, String> expected = new HashMap<>(config);
            common.keySet().removeAll(sharedOut());
            expected.keySet().removeAll(sharedOut());
            assertThat(common).isEqualTo(expected);
        });
        connector.stop();
    }

    @Test
    void does_not_start_with_a_configuration_that_is_wrong() {
        assertThatThrownBy(() -> connector.start(least(requiredKey(), null)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(requiredKey());
    }

    /** Another worker than the one that validated may start it. */
    @Test
    void does_not_start_with_a_reference_that_was_not_resolved() {
        assertThatThrownBy(() -> connector.start(least(requiredKey(), "${file:/etc/x.properties:y}")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(requiredKey())
                .hasMessageContaining("still reads ${file:/etc/x.properties:y}");
    }

    @Test
    void warns_of_keys_that_nobody_reads_when_it_starts() {
        try (CapturedLog log = new CapturedLog()) {
            connector.start(least(
                    "name", "mine",
                    "connector.class", "c",
                    "topics", "people",
                    "value.converter", "v",
                    "errors.tolerance", "all",
                    "batch.sizes", "s3cr3t",
                    "task.max", "s3cr3t",
                    "entirely.different", "s3cr3t"));
            assertThat(log.aboveDebug().stream().filter(line -> line.contains("no option")))
                    .hasSize(3)
                    .anyMatch(line -> line.contains("mine: 'batch.sizes'") && line.contains("mean 'batch.size'?"))
                    .anyMatch(line -> line.contains("'task.max'") && line.contains("mean 'tasks.max'?"))
                    .anyMatch(line -> line.contains("'entirely.different'") && line.endsWith("has no effect."))
                    .noneMatch(line -> line.contains("s3cr3t"));
        }
    }

    @Test
    void tries_the_credentials_with_one_call_and_remembers_the_result() {
        try (SimulatedPlatform platform = newPlatform()) {
            Map<String, String> config = reaching(platform.access());

            assertThat(errors(config)).isEmpty();
            assertThat(errors(config)).isEmpty();
            assertThat(platform.requests().total()).isEqualTo(platform.trial().isPresent() ? 1 : 0);
            platform.trial().ifPresent(trial -> assertThat(platform.requests().of(trial.request()))
                    .isEqualTo(1));
        }
    }

    @Test
    void refused_credentials_are_an_error_on_all_of_their_keys_and_the_reason_is_told_once() {
        try (SimulatedPlatform platform = newPlatform()) {
            Map<String, List<String>> errors = errors(wrong(platform));

            platform.trial()
                    .ifPresentOrElse(
                            trial -> {
                                assertThat(errors.keySet()).containsExactlyInAnyOrderElementsOf(trial.blamedKeys());
                                assertThat(errors.get(trial.blamedKeys().get(0)).toString())
                                        .contains(platform.name());
                                trial.blamedKeys().stream().skip(1).forEach(key -> assertThat(
                                                errors.get(key).toString())
                                        .contains(trial.blamedKeys().get(0))
                                        .doesNotContain(platform.name()));
                            },
                            () -> assertThat(errors).isEmpty());
            assertThat(errors.toString()).doesNotContain("wrong-secret");
        }
    }

    @Test
    void a_platform_out_of_reach_is_an_error_on_its_address() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (SimulatedPlatform platform = newPlatform()) {
            Map<String, String> unreachable =
                    TestConfig.with(reaching(platform.access()), platform.addressKey(), "http://127.0.0.1:" + port);

            assertThat(errors(unreachable).keySet())
                    .isEqualTo(platform.trial().isPresent() ? Set.of(platform.addressKey()) : Set.of());
        }
    }

    @Test
    void no_call_is_made_for_a_configuration_that_is_wrong_or_if_switched_off() {
        try (SimulatedPlatform platform = newPlatform()) {
            Map<String, String> config = wrong(platform);

            assertThat(errors(TestConfig.with(config, requiredKey(), null)).keySet())
                    .containsExactly(requiredKey());
            assertThat(errors(TestConfig.with(config, "validate.credentials", "false")))
                    .isEmpty();
            assertThat(platform.requests().total()).isZero();
        }
    }

    @Test
    void the_configurations_that_are_shipped_are_valid() throws IOException {
        List<Path> shipped = new ArrayList<>();
        Path directory = Path.of("..", "config");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*sink*.json")) {
            for (Path file : files) {
                JsonNode json = Json.read(Files.readAllBytes(file));
                Map<String, String> config = new HashMap<>();
                json.path("config")
                        .properties()
                        .forEach(entry -> config.put(
                                entry.getKey(), resolved(entry.getValue().asText())));
                config.put("validate.credentials", "false");
                if (config.get("connector.class").equals(connector.getClass().getName())) {
                    assertThat(errors(config)).as(file.toString()).isEmpty();
                    shipped.add(file);
                }
            }
        }
        assertThat(shipped).isNotEmpty();
    }

    // What stands for a value of the properties file; its key says what kind of value that is.
    private static String resolved(String value) {
        if (!value.startsWith("${file:")) {
            return value;
        }
        return value.contains("url") ? "http://127.0.0.1:1" : "value";
    }

    private Map<String, String> wrong(SimulatedPlatform platform) {
        return TestConfig.with(reaching(platform.access()), platform.secretKey(), "wrong-secret");
    }

    private Map<String, String> reaching(Map<String, String> access) {
        Map<String, String> config = least();
        config.putAll(access);
        return config;
    }

    private Map<String, List<String>> errors(Map<String, String> properties) {
        Config config = connector.validate(properties);
        return config.configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
