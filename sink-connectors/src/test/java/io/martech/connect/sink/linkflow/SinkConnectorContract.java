package io.martech.connect.sink.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Json;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.LinkflowServer;
import io.martech.connect.sandbox.linkflow.LinkflowTokens;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;

/** What holds for every Linkflow sink's connector. A connector adds its facts. */
abstract class SinkConnectorContract {

    private final SinkConnector connector = connector();

    abstract SinkConnector connector();

    abstract Class<? extends SinkTask> taskClass();

    /** The least that the connector needs, and what is given on top, as key, value, key, value. */
    abstract Map<String, String> least(String... more);

    /** A key without which the connector cannot be; not one of the account's. */
    abstract String requiredKey();

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
        assertThat(connector.taskConfigs(3)).hasSize(3).allMatch(config::equals);
        connector.stop();
    }

    @Test
    void does_not_start_with_a_configuration_that_is_wrong() {
        assertThatThrownBy(() -> connector.start(least(requiredKey(), null)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(requiredKey());
    }

    @Test
    void tries_the_credentials_with_one_call_and_remembers_the_result() {
        LinkflowPlatform platform = new LinkflowPlatform(InstantSource.system(), 1);
        try (LinkflowServer server = LinkflowServer.start(platform)) {
            Map<String, String> config = credentials(server, LinkflowTokens.APP_SECRET);

            assertThat(errors(config)).isEmpty();
            assertThat(errors(config)).isEmpty();
            assertThat(server.requests().of("token")).isEqualTo(1);
        }
    }

    @Test
    void refused_credentials_are_an_error_on_their_key() {
        LinkflowPlatform platform = new LinkflowPlatform(InstantSource.system(), 1);
        try (LinkflowServer server = LinkflowServer.start(platform)) {
            Map<String, List<String>> errors = errors(credentials(server, "wrong-secret"));

            assertThat(errors.keySet()).containsExactly("linkflow.app.key");
            assertThat(errors.toString()).contains("linkflow.app.secret").doesNotContain("wrong-secret");
        }
    }

    @Test
    void a_platform_out_of_reach_is_an_error_on_its_address() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(errors(least("linkflow.url", "http://127.0.0.1:" + port)).keySet())
                .containsExactly("linkflow.url");
    }

    @Test
    void no_call_is_made_for_a_configuration_that_is_wrong_or_if_switched_off() {
        LinkflowPlatform platform = new LinkflowPlatform(InstantSource.system(), 1);
        try (LinkflowServer server = LinkflowServer.start(platform)) {
            Map<String, String> config = credentials(server, "wrong-secret");

            assertThat(errors(Configs.with(config, requiredKey(), null)).keySet())
                    .containsExactly(requiredKey());
            assertThat(errors(Configs.with(config, "validate.credentials", "false")))
                    .isEmpty();
            assertThat(server.requests().of("token")).isZero();
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

    private Map<String, String> credentials(LinkflowServer server, String secret) {
        return least(
                "linkflow.url",
                server.uri().toString(),
                "linkflow.app.key",
                LinkflowTokens.APP_KEY,
                "linkflow.app.secret",
                secret);
    }

    private Map<String, List<String>> errors(Map<String, String> properties) {
        Config config = connector.validate(properties);
        return config.configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
