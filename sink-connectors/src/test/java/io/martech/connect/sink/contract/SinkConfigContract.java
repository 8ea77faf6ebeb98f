package io.martech.connect.sink.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the configuration of every sink. A connector adds its facts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SinkConfigContract {

    public static final Object REQUIRED = ConfigDef.NO_DEFAULT_VALUE;

    /** A key with its default, a value that is accepted and values that are refused. */
    public record Key(String name, Object defaultValue, String valid, List<String> invalid) {

        @Override
        public String toString() {
            return name;
        }
    }

    public static Key key(String name, Object defaultValue, String valid, String... invalid) {
        return new Key(name, defaultValue, valid, List.of(invalid));
    }

    protected abstract SinkConnector connector();

    /** The least that the connector needs, and what is given on top, as key, value, key, value. */
    protected abstract Map<String, String> least(String... more);

    /** The keys that not every sink has, or that are otherwise for this one. */
    protected abstract Stream<Key> ownKeys();

    /** A configuration in which the key may be set. */
    protected Map<String, String> baseOf(Key key) {
        return least();
    }

    /** A key that holds a secret. */
    protected abstract String secretKey();

    /** Whether a validation tries credentials; if it never does, there is no key for it. */
    protected boolean triesCredentials() {
        return true;
    }

    final Stream<Key> keys() {
        String platform = secretKey().substring(0, secretKey().indexOf('.'));
        List<Key> own = Stream.concat(
                        ownKeys(),
                        Stream.of(
                                key(platform + ".reject.codes", List.of(), "40035,422", "no code"),
                                key(platform + ".split.codes", List.of(), "45008", "no code")))
                .toList();
        Set<String> names = own.stream().map(Key::name).collect(Collectors.toSet());
        if (!triesCredentials()) {
            names.add("validate.credentials");
        }
        return Stream.concat(sharedKeys().filter(key -> !names.contains(key.name())), own.stream());
    }

    private static Stream<Key> sharedKeys() {
        return Stream.of(
                key("batch.size", 50, "1", "0", "many"),
                key("linger.ms", 5L, "0", "-1"),
                key("ordering", "identity", "both", "partition"),
                key("behavior.on.null.values", "ignore", "fail", "delete"),
                key("max.consecutive.rejections", 100, "1", "0"),
                key("debezium.local.time.zone", "UTC", "Asia/Shanghai", "Peking"),
                key("batch.max.bytes", 4_194_304L, "1", "0"),
                key("max.backlog.bytes", 67_108_864L, "1", "0"),
                key("max.uncommitted.offsets", 20_000L, "1", "0"),
                key("max.in.flight.requests", 32, "1", "0"),
                key("max.retries", -1, "5", "-2"),
                key("retry.backoff.ms", 500L, "1", "0"),
                key("retry.backoff.max.ms", 60_000L, "1000", "0", "499"),
                key("request.timeout.ms", 60_000L, "1", "0"),
                key("connect.timeout.ms", 10_000L, "1", "0"),
                key("rate.limit.requests.per.second", 0, "10", "-1"),
                key("rate.limit.requests.per.hour", 0, "10", "-1"),
                key("proxy.url", "", "http://127.0.0.1:3128", "http://u:p@h:1", "x", "http://proxy-without-port"),
                key("validate.credentials", true, "false", "perhaps"));
    }

    @Test
    void every_key_is_tested_here() {
        assertThat(keys().map(Key::name).collect(Collectors.toSet()))
                .isEqualTo(connector().config().names());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void has_its_default(Key key) {
        Object actual = definition(key.name).defaultValue;
        assertThat(actual instanceof Password secret ? secret.value() : actual).isEqualTo(key.defaultValue);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void is_described_in_full(Key key) {
        ConfigKey definition = definition(key.name);

        assertThat(definition.documentation).endsWith(".").hasSizeGreaterThan(30);
        assertThat(definition.group).isNotBlank();
        assertThat(definition.orderInGroup).isPositive();
        assertThat(definition.displayName).isNotBlank().isNotEqualTo(key.name);
        assertThat(definition.width).isNotEqualTo(ConfigDef.Width.NONE);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void accepts_what_is_valid(Key key) {
        assertThat(errors(TestConfig.with(baseOf(key), key.name, key.valid))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void refuses_what_is_invalid_on_that_very_key(Key key) {
        for (String invalid : key.invalid) {
            Map<String, List<String>> errors = errors(TestConfig.with(baseOf(key), key.name, invalid));
            assertThat(errors.keySet()).as("\"%s\"", invalid).containsExactly(key.name);
            assertThat(String.join(" ", errors.get(key.name))).contains(key.name);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void is_missed_if_it_is_required_and_not_set(Key key) {
        if (key.defaultValue == REQUIRED) {
            Map<String, List<String>> errors = errors(least(key.name, null));
            assertThat(errors.keySet()).containsExactly(key.name);
            assertThat(errors.get(key.name)).singleElement().asString().contains("Missing required");
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void no_fault_is_told_twice(Key key) {
        for (String invalid : key.invalid) {
            assertThat(errors(TestConfig.with(baseOf(key), key.name, invalid)).get(key.name))
                    .as("\"%s\"", invalid)
                    .hasSize(1);
        }
    }

    /** Connect hands them on as they are if the worker has no such provider, or the provider no such entry. */
    @ParameterizedTest
    @MethodSource("keys")
    void a_reference_that_was_not_resolved_is_the_only_error_on_its_key(Key key) {
        String reference = "${file:/etc/secrets.properties:no.such.key}";

        Map<String, List<String>> errors = errors(TestConfig.with(baseOf(key), key.name, reference));

        assertThat(errors).containsKey(key.name);
        assertThat(errors.get(key.name))
                .singleElement()
                .asString()
                .contains(key.name, "still reads " + reference, "no config provider named 'file'", "no such key");
    }

    @Test
    void of_a_secret_that_was_not_resolved_nothing_but_the_reference_is_shown() {
        assertThat(errors(least(secretKey(), "s3cr3t${vault:a:b}s3cr3t"))
                        .get(secretKey())
                        .toString())
                .contains("${vault:a:b}", "'vault'")
                .doesNotContain("s3cr3t");
    }

    /** Connect ignores keys that nobody knows, so that what was meant is not done. */
    @ParameterizedTest
    @MethodSource("keys")
    void a_key_that_is_misspelt_is_an_error_that_names_the_right_one(Key key) {
        for (String misspelt : List.of(
                key.name + "s",
                key.name.substring(1),
                key.name.replace('.', '_'),
                key.name.toUpperCase(Locale.ROOT),
                "  " + key.name)) {
            Map<String, List<String>> errors = errors(least(misspelt, "s3cr3t"));
            if (connector().config().names().contains(misspelt)) {
                continue;
            }
            assertThat(errors.keySet()).containsExactly(misspelt);
            assertThat(errors.get(misspelt))
                    .singleElement()
                    .asString()
                    .contains("'" + misspelt + "'", "no option", "did you mean '")
                    .doesNotContain("s3cr3t");
        }
    }

    @Test
    void keys_of_connect_and_keys_of_others_are_no_errors() {
        assertThat(errors(least(
                        "name", "n",
                        "connector.class", "c",
                        "tasks.max", "1",
                        "topics.regex", ".*",
                        "key.converter", "k",
                        "key.converter.schemas.enable", "false",
                        "value.converter.resources", "x",
                        "header.converter", "h",
                        "transforms", "t",
                        "transforms.t.batch.sizes", "1",
                        "predicates.p.pattern", "x",
                        "errors.tolerance", "all",
                        "consumer.override.max.poll.records", "5",
                        "consumer.override.request.timeouts.ms", "5",
                        "config.action.reload", "none",
                        "interceptor.of.a.distribution", "x")))
                .isEmpty();
    }

    @Test
    void back_off_grows_and_only_one_limit_is_set() {
        assertFault(
                least("retry.backoff.ms", "1000", "retry.backoff.max.ms", "999"),
                "retry.backoff.max.ms",
                "retry.backoff.ms");
        assertFault(
                least("rate.limit.requests.per.second", "1", "rate.limit.requests.per.hour", "1"),
                "rate.limit.requests.per.hour",
                "Both");
    }

    @Test
    void nothing_that_is_refused_shows_the_secret() {
        assertThat(errors(least(secretKey(), "top secret")).toString()).doesNotContain("top secret");
        assertThat(connector().config().parse(least(secretKey(), "top-secret")).toString())
                .doesNotContain("top-secret");
    }

    protected void assertFault(Map<String, String> config, String key, String message) {
        Map<String, List<String>> errors = errors(config);
        assertThat(errors.keySet()).containsExactly(key);
        assertThat(errors.get(key)).singleElement().asString().contains(message);
    }

    protected Map<String, List<String>> errors(Map<String, String> properties) {
        Map<String, String> offline = properties.containsKey("validate.credentials")
                ? properties
                : TestConfig.with(properties, "validate.credentials", "false");
        Config config = connector().validate(offline);
        return config.configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }

    protected ConfigKey definition(String name) {
        return connector().config().configKeys().get(name);
    }
}
