package io.martech.connect.source.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.source.CapturedLog;
import io.martech.connect.source.linkflow.LinkflowSourceConnector;
import io.martech.connect.source.m1world.M1worldSourceConnector;
import io.martech.connect.source.wukong.WukongSourceConnector;
import io.martech.connect.source.youmi.YoumiSourceConnector;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for the configuration of every source. */
class SourceConfigurationTest {

    enum Source {
        LINKFLOW(
                LinkflowSourceConnector::new,
                "linkflow.app.secret",
                Map.of("linkflow.app.key", "key", "linkflow.app.secret", "secret")),
        M1WORLD(M1worldSourceConnector::new, "m1world.token", Map.of("m1world.token", "key")),
        WUKONG(
                WukongSourceConnector::new,
                "wukong.app.secret",
                Map.of("wukong.app.id", "app", "wukong.app.secret", "secret", "wukong.refresh.token", "token")),
        YOUMI(YoumiSourceConnector::new, "youmi.app.key", Map.of("youmi.app.id", "app", "youmi.app.key", "key"));

        private final Supplier<SourceConnector> connector;
        private final String secretKey;
        private final Map<String, String> account;

        Source(Supplier<SourceConnector> connector, String secretKey, Map<String, String> account) {
            this.connector = connector;
            this.secretKey = secretKey;
            this.account = account;
        }

        Map<String, String> with(String... keysAndValues) {
            Map<String, String> properties = new HashMap<>(account);
            properties.put("topic.prefix", "mine");
            if (definition().names().contains("validate.credentials")) {
                properties.put("validate.credentials", "false");
            }
            for (int i = 0; i < keysAndValues.length; i += 2) {
                properties.put(keysAndValues[i], keysAndValues[i + 1]);
            }
            return properties;
        }

        ConfigDef definition() {
            return connector.get().config();
        }

        Map<String, List<String>> errors(Map<String, String> properties) {
            return connector.get().validate(properties).configValues().stream()
                    .filter(value -> !value.errorMessages().isEmpty())
                    .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatConnectAndOthersReadIsNoError(Source source) {
        assertThat(source.errors(source.with(
                        "name", "n",
                        "connector.class", "c",
                        "tasks.max", "1",
                        "topic.creation.groups", "resources",
                        "topic.creation.progress.include", "x",
                        "topic.creation.default.partitions", "1",
                        "transforms.t.resource", "x",
                        "value.converter.resource", "x",
                        "producer.override.linger.ms", "5",
                        "exactly.once.support", "requested",
                        "transaction.boundary.interval.ms", "10",
                        "offsets.storage.topic", "mine",
                        "interceptor.of.a.distribution", "x")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsMisspeltIsAnErrorThatNamesTheRightOne(Source source) {
        for (String key : source.definition().names()) {
            for (String misspelt : List.of(key + "y", key.substring(1), key.toUpperCase(Locale.ROOT))) {
                Map<String, List<String>> errors = source.errors(source.with(misspelt, "s3cr3t"));
                assertThat(errors.keySet()).containsExactly(misspelt);
                assertThat(errors.get(misspelt))
                        .singleElement()
                        .asString()
                        .contains("'" + misspelt + "' is no option of this connector", "did you mean '")
                        .doesNotContain("s3cr3t");
            }
        }
        assertThat(source.errors(source.with("resource", "x")).get("resource").toString())
                .contains("did you mean 'resources'?");
    }

    /** A null is as if the key were not there. */
    @ParameterizedTest
    @EnumSource
    void aMisspeltKeyWithoutAValueIsNoError(Source source) {
        assertThat(source.errors(source.with("resource", null))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceThatWasNotResolvedIsTheOnlyErrorOnItsKey(Source source) {
        String reference = "${file:/etc/secrets.properties:no.such.key}";
        for (String key : source.definition().names()) {
            Map<String, List<String>> errors = source.errors(source.with(key, reference));
            assertThat(errors).as(key).containsKey(key);
            assertThat(errors.get(key))
                    .singleElement()
                    .asString()
                    .contains(key, "still reads " + reference, "no config provider named 'file'", "no such key");
        }
        assertThat(source.errors(source.with(source.secretKey, "s3cr3t${vault:a:b}"))
                        .get(source.secretKey)
                        .toString())
                .contains("${vault:a:b}")
                .doesNotContain("s3cr3t");
    }

    /** Another worker than the one that validated may start it. */
    @ParameterizedTest
    @EnumSource
    void aReferenceThatWasNotResolvedDoesNotStart(Source source) {
        SourceConnector connector = source.connector.get();
        assertThatThrownBy(() -> connector.start(source.with(source.secretKey, "${fil:a:b}")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(source.secretKey)
                .hasMessageContaining("still reads ${fil:a:b}")
                .hasMessageContaining("'fil'");
    }

    @ParameterizedTest
    @EnumSource
    void keysThatNobodyReadsAreWarnedOfAtTheStart(Source source) {
        try (CapturedLog log = new CapturedLog()) {
            source.connector
                    .get()
                    .start(source.with(
                            "name", "mine",
                            "connector.class", "c",
                            "topic.creation.default.partitions", "1",
                            "resource", "s3cr3t",
                            "task.max", "s3cr3t",
                            "entirely.different", "s3cr3t"));
            assertThat(log.aboveDebug().stream().filter(line -> line.contains("no option")))
                    .hasSize(3)
                    .anyMatch(line -> line.contains("mine: 'resource'") && line.contains("mean 'resources'?"))
                    .anyMatch(line -> line.contains("'task.max'") && line.contains("mean 'tasks.max'?"))
                    .anyMatch(line -> line.contains("'entirely.different'") && line.endsWith("has no effect."))
                    .noneMatch(line -> line.contains("s3cr3t"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFaultIsToldTwice(Source source) {
        for (ConfigKey key : source.definition().configKeys().values()) {
            boolean isNumber = key.type == ConfigDef.Type.LONG || key.type == ConfigDef.Type.INT;
            if (isNumber) {
                assertThat(source.errors(source.with(key.name, "10s")).get(key.name))
                        .as(key.name)
                        .singleElement()
                        .asString()
                        .contains("Not a number");
            }
            if (!key.hasDefault()) {
                Map<String, String> without = source.with();
                without.remove(key.name);
                assertThat(source.errors(without).get(key.name))
                        .as(key.name)
                        .singleElement()
                        .asString()
                        .contains("Missing required");
            }
        }
    }

    /** Where a trial would spend a token there is none, and no key that says otherwise. */
    @Test
    void thereIsAKeyForTrialsWhereThereAreTrials() {
        String key = "validate.credentials";
        assertThat(Source.WUKONG.definition().names()).doesNotContain(key);
        assertThat(Source.YOUMI.definition().names()).contains(key);
        assertThat(Source.LINKFLOW.definition().names()).contains(key);
        assertThat(Source.M1WORLD.definition().configKeys().get(key).documentation)
                .contains("m1world.token", "never verified");
    }

    @ParameterizedTest
    @EnumSource(names = {"YOUMI", "LINKFLOW", "M1WORLD"})
    void credentialsAreTriedUnlessThatIsSwitchedOff(Source source) {
        String url = source.name().toLowerCase(Locale.ROOT) + ".url";
        Map<String, String> nobody = source.with(url, "http://127.0.0.1:1", "validate.credentials", "true");
        assertThat(source.errors(nobody)).containsOnlyKeys(url);
        assertThat(source.errors(source.with(url, "http://127.0.0.1:1"))).isEmpty();
    }
}
