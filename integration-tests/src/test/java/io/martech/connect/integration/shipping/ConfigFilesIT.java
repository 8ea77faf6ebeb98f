package io.martech.connect.integration.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.server.LinkflowServer;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.M1worldServer;
import io.martech.connect.sandbox.youmi.YoumiPlatform;
import io.martech.connect.sandbox.youmi.YoumiServer;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code config/} work as they are. */
@ExtendWith(ClusterExtension.class)
class ConfigFilesIT {

    private static final Path CONFIG = ProjectRoot.find().resolve("config");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{file:config/(\\w+\\.properties):([^}]+)}");
    private static final String JSON_CONVERTER = "org.apache.kafka.connect.json.JsonConverter";

    /** What of an account belongs into the file of a platform. */
    private static final Map<String, List<String>> ACCOUNT_KEYS = Map.of(
            "linkflow", List.of("linkflow.url", "linkflow.app.key", "linkflow.app.secret"),
            "m1world", List.of("m1world.url", "m1world.token"),
            "wukong", List.of("wukong.url", "wukong.app.id", "wukong.app.secret", "wukong.refresh.token"),
            "youmi", List.of("youmi.url", "youmi.app.id", "youmi.app.key"));

    static Stream<Path> connectors() throws IOException {
        try (Stream<Path> files = Files.list(CONFIG)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void passesTheWorkersValidation(Path file, TestCluster cluster) throws IOException {
        try (ApiServer linkflow = LinkflowServer.start(new LinkflowPlatform(InstantSource.system(), 7));
                M1worldServer m1world = M1worldServer.start(new M1worldPlatform(InstantSource.system(), 7));
                ApiServer youmi = YoumiServer.start(new YoumiPlatform(InstantSource.system(), 7))) {
            writeSecrets(cluster, linkflow);
            writeSecrets(cluster, m1world);
            writeYoumiSecrets(cluster, youmi);
            Map<String, String> configuration = onThisWorker(configuration(file));

            JsonNode result = cluster.connect().validate(configuration.get("connector.class"), configuration);

            assertThat(errors(result)).isEmpty();
            if (isForLinkflow(file)) {
                assertThat(linkflow.requests().of("token"))
                        .as("address and secrets came out of the file: the credentials were tried")
                        .isPositive();
            }
            if (platformOf(file).equals("m1world")) {
                assertThat(m1world.api().requests().of("contact.setting")).isPositive();
            }
            if (platformOf(file).equals("youmi")) {
                assertThat(youmi.requests().of("token")).isPositive();
            }
        }
    }

    /** Whoever POSTs two of them must not replace one by the other. */
    @ParameterizedTest
    @MethodSource("connectors")
    void isNamedAsItsFile(Path file) throws IOException {
        assertThat(configuration(file).get("name") + ".json")
                .isEqualTo(file.getFileName().toString());
    }

    /** Users change {@code topic.prefix} and nothing else. */
    @ParameterizedTest
    @MethodSource("connectors")
    void keepsItsTopicGroupsWhateverTheTopicsBeginWith(Path file) throws IOException {
        Map<String, String> configuration = configuration(file);
        String groups = configuration.get("topic.creation.groups");
        if (groups != null) {
            assertThat("another.prefix.progress")
                    .matches(configuration.get("topic.creation.progress.include"))
                    .doesNotMatch(configuration.getOrDefault("topic.creation.exports.include", "none"));
            assertThat("another.prefix.orders").doesNotMatch(configuration.get("topic.creation.progress.include"));
        }
    }

    /**
     * A group inherits the number of partitions and replicas, and nothing else: it would be the broker's own policy. Only exports expire,
     * for each has keys of its own.
     */
    @ParameterizedTest
    @MethodSource("connectors")
    void everyTopicThatItCreatesIsCompactedOrExpires(Path file) throws IOException {
        Map<String, String> configuration = configuration(file);
        String groups = configuration.get("topic.creation.groups");
        if (groups != null) {
            assertThat(Stream.concat(Stream.of("default"), Stream.of(groups.split(","))))
                    .allSatisfy(group -> assertThat(configuration)
                            .containsEntry(
                                    "topic.creation." + group + ".cleanup.policy",
                                    group.equals("exports") ? "delete" : "compact"));
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void takesAddressesAndSecretsFromTheFileThatUsersFillIn(Path file) throws IOException {
        Map<String, String> configuration = configuration(file);
        assertThat(ACCOUNT_KEYS.get(platformOf(file)))
                .allSatisfy(key -> assertThat(configuration.get(key)).matches(REFERENCE));

        for (String value : configuration.values()) {
            Matcher reference = REFERENCE.matcher(value);
            if (reference.find()) {
                Properties model = new Properties();
                try (Reader reader = Files.newBufferedReader(CONFIG.resolve(reference.group(1)))) {
                    model.load(reader);
                }
                assertThat(model.stringPropertyNames()).contains(reference.group(2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void keepsMoneyReadableAndNeedsNoClientOverride(Path file) throws IOException {
        Map<String, String> configuration = configuration(file);

        if (configuration.get("value.converter").equals(JSON_CONVERTER)) {
            assertThat(configuration).containsEntry("value.converter.decimal.format", "NUMERIC");
        }
        assertThat(configuration.keySet()).noneMatch(key -> key.contains(".override."));
    }

    @Test
    void theTransformationSparesTheProgressTopic(TestCluster cluster) throws IOException {
        LinkflowPlatform platform = new LinkflowPlatform(InstantSource.system(), 7);
        platform.orders().insertHistory(20, Duration.ofDays(1));
        Path file = CONFIG.resolve("linkflow-source-orders-without-personal-data.json");
        String name = cluster.uniqueName("without-personal-data");
        try (ApiServer linkflow = LinkflowServer.start(platform)) {
            writeSecrets(cluster, linkflow);
            Map<String, String> configuration = configuration(file);
            configuration.put("name", name);
            cluster.connect().deploy(name, configuration);
            try {
                Patience.untilAsserted(() -> assertThat(cluster.committed().json("lf.anonymous.orders"))
                        .hasSizeGreaterThanOrEqualTo(20));
                Patience.untilAsserted(() -> assertThat(cluster.committed().json("lf.anonymous.progress"))
                        .isNotEmpty()
                        .allSatisfy(record -> assertThat(
                                        record.value().path("phase").asText())
                                .isNotEmpty()));
                assertThat(cluster.committed().json("lf.anonymous.orders"))
                        .allSatisfy(record -> assertThat(record.value().fieldNames())
                                .toIterable()
                                .contains("id", "orderStatus", "paymentPrice")
                                .doesNotContain("receiverName", "receiverMobile", "deliveryAddress", "props"));
            } finally {
                cluster.connect().delete(name);
            }
        }
    }

    private static boolean isForLinkflow(Path file) {
        return platformOf(file).equals("linkflow");
    }

    /** The files' names begin with it. */
    private static String platformOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('-'));
    }

    private static Map<String, String> configuration(Path file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("name", json.path("name").textValue());
        json.path("config")
                .properties()
                .forEach(entry ->
                        configuration.put(entry.getKey(), entry.getValue().textValue()));
        return configuration;
    }

    /** Confluent's converter is on the workers of those who use it, but not in the public registry that this build uses. */
    private static Map<String, String> onThisWorker(Map<String, String> configuration) {
        configuration.replaceAll(
                (key, value) -> value.equals("io.confluent.connect.avro.AvroConverter") ? JSON_CONVERTER : value);
        return configuration;
    }

    private static void writeSecrets(TestCluster cluster, ApiServer linkflow) throws IOException {
        Path folder = cluster.worker().logFile().resolveSibling("config");
        Files.createDirectories(folder);
        Files.write(
                folder.resolve("linkflow.properties"),
                List.of(
                        "linkflow.url=" + linkflow.uri(),
                        "linkflow.source.app.key=" + LinkflowPlatform.APP_KEY,
                        "linkflow.source.app.secret=" + LinkflowPlatform.APP_SECRET,
                        "linkflow.lists.app.key=" + LinkflowPlatform.APP_KEY,
                        "linkflow.lists.app.secret=" + LinkflowPlatform.APP_SECRET,
                        "linkflow.lists.poll.interval.ms=300000",
                        "linkflow.lists.pass.interval.ms=86400000",
                        "linkflow.lists.channel.ids=ww0b8772cfc1ed757c",
                        "linkflow.lists.report.ids=404",
                        "linkflow.lists.dashboard.ids=1",
                        "linkflow.lists.contact.ids=703941987164160",
                        "linkflow.lists.tag.keys=tag_city",
                        "linkflow.lists.identity.type=mobilePhone",
                        "linkflow.sink.app.key=" + LinkflowPlatform.APP_KEY,
                        "linkflow.sink.app.secret=" + LinkflowPlatform.APP_SECRET,
                        "linkflow.tags.app.key=" + LinkflowPlatform.APP_KEY,
                        "linkflow.tags.app.secret=" + LinkflowPlatform.APP_SECRET,
                        "linkflow.members.app.key=" + LinkflowPlatform.APP_KEY,
                        "linkflow.members.app.secret=" + LinkflowPlatform.APP_SECRET,
                        "linkflow.dimensions.app.key=" + LinkflowPlatform.APP_KEY,
                        "linkflow.dimensions.app.secret=" + LinkflowPlatform.APP_SECRET,
                        "linkflow.sink.channel.key=udc_12SyQfFmg",
                        "schema.registry.url=http://127.0.0.1:1"));
        Files.write(
                folder.resolve("wukong.properties"),
                List.of(
                        "wukong.url=" + linkflow.uri(),
                        "wukong.app.id=app",
                        "wukong.app.secret=secret",
                        "wukong.refresh.token=token",
                        "schema.registry.url=http://127.0.0.1:1",
                        "poll.interval.ms=300000",
                        "wukong.sink.uid=77",
                        "token.store.path=" + folder.resolve("tokens")));
    }

    private static void writeYoumiSecrets(TestCluster cluster, ApiServer youmi) throws IOException {
        Path folder = Files.createDirectories(cluster.worker().logFile().resolveSibling("config"));
        Files.write(
                folder.resolve("youmi.properties"),
                List.of(
                        "youmi.url=" + youmi.uri(),
                        "youmi.app.id=" + YoumiPlatform.APP_ID,
                        "youmi.app.key=" + YoumiPlatform.APP_KEY,
                        "schema.registry.url=http://127.0.0.1:1",
                        "poll.interval.ms=300000"));
    }

    private static void writeSecrets(TestCluster cluster, M1worldServer m1world) throws IOException {
        Path folder = Files.createDirectories(cluster.worker().logFile().resolveSibling("config"));
        Files.write(
                folder.resolve("m1world.properties"),
                List.of(
                        "m1world.url=" + m1world.api().uri(),
                        "m1world.token=" + M1worldPlatform.TOKEN,
                        "schema.registry.url=http://127.0.0.1:1",
                        "m1world.source.requests.per.hour=1500",
                        "poll.interval.ms=300000",
                        "contacts.pass.interval.ms=3600000"));
    }

    private static List<String> errors(JsonNode result) {
        return result.findValues("value").stream()
                .filter(value -> !value.path("errors").isEmpty())
                .map(value -> value.path("name").asText() + ": " + value.path("errors"))
                .toList();
    }
}
