package io.martech.connect.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.schema.type.Handling;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceKeysTest {

    private final Validation validation = new Validation(definition(), Map.of("topic.prefix", "lf"));

    @Test
    void defaults() {
        assertThat(validation.defaultOf("resources")).isEqualTo(List.of("orders", "contacts"));
        assertThat(validation.defaultOf("poll.interval.ms")).isEqualTo(10_000L);
        assertThat(validation.defaultOf("orders.poll.interval.ms")).isNull();
        assertThat(validation.defaultOf("start.time")).isEqualTo("");
        assertThat(validation.defaultOf("settle.lag.ms")).isEqualTo(5_000L);
        assertThat(validation.defaultOf("lookback.ms")).isEqualTo(60_000L);
        assertThat(validation.defaultOf("progress.enabled")).isEqualTo(true);
        assertThat(validation.defaultOf("progress.topic")).isEqualTo("");
        assertThat(validation.defaultOf("decimal.handling.mode")).isEqualTo("precise");
        assertThat(validation.defaultOf("timestamp.handling.mode")).isEqualTo("connect");
        assertThat(validation.defaultOf("custom.properties.mode")).isEqualTo("json");
    }

    @Test
    void theTopicPrefixMustBeGiven() {
        assertThat(validation.errors(Map.of())).containsOnlyKeys("topic.prefix");
        assertThat(validation.refusal("topic.prefix", "")).contains("such as linkflow");
    }

    @Test
    void resourcesAreSomeOfThoseOfThePlatform() {
        assertThat(validation.parsed("resources", "tags")).isEqualTo(List.of("tags"));
        assertThat(validation.refusal("resources", "")).contains("orders, contacts, tags");
        assertThat(validation.refusal("resources", "orders,customers"))
                .contains("\"customers\" is not known")
                .contains("orders, contacts, tags");
        assertThat(validation.refusal("resources", "orders,orders")).contains("twice");
        assertThat(validation.recommended("resources")).containsExactly("orders", "contacts", "tags");
    }

    @ParameterizedTest
    @CsvSource({
        "poll.interval.ms, 1, 0",
        "orders.poll.interval.ms, 1, 0",
        "contacts.poll.interval.ms, 60000, -1",
        "tags.poll.interval.ms, 60000, -1",
        "settle.lag.ms, 0, -1",
        "lookback.ms, 0, -1"
    })
    void durationsHaveALeast(String key, String valid, String invalid) {
        assertThat(validation.parsed(key, valid)).hasToString(valid);
        assertThat(validation.refusal(key, invalid)).contains("milliseconds");
        assertThat(validation.refusal(key, "10s")).contains("10s");
    }

    @Test
    void theStartTimeIsADayOrATime() {
        assertThat(validation.parsed("start.time", "2026-01-01 08:00:00")).isEqualTo("2026-01-01 08:00:00");
        assertThat(validation.refusal("start.time", "yesterday")).contains("2026-01-01 08:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic.prefix", "progress.topic"})
    void topicsHaveLegalNames(String key) {
        assertThat(validation.parsed(key, "crm.linkflow_1-a")).isEqualTo("crm.linkflow_1-a");
        assertThat(validation.refusal(key, "订单")).contains("letters, digits");
        assertThat(validation.refusal(key, "a b")).contains("letters, digits");
        assertThat(validation.refusal(key, "a".repeat(250))).contains("at most");
    }

    @Test
    void progressRecordsCanBeSwitchedOff() {
        assertThat(validation.parsed("progress.enabled", "false")).isEqualTo(false);
        assertThat(validation.refusal("progress.enabled", "off")).contains("off");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal.handling.mode   | precise, string, double",
                "timestamp.handling.mode | connect, iso",
                "custom.properties.mode     | json, map"
            })
    void modesAreAFewWords(String key, String modes) {
        for (String mode : modes.split(", ")) {
            assertThat(validation.parsed(key, mode)).isEqualTo(mode);
        }
        assertThat(validation.refusal(key, "PRECISE")).contains("must be one of " + modes);
        assertThat(validation.recommended(key)).isEqualTo(List.of(modes.split(", ")));
    }

    @Test
    void everyModeHasItsHandling() {
        assertThat(handling(Map.of("topic.prefix", "lf")))
                .isEqualTo(new Handling(
                        Handling.Decimals.PRECISE,
                        Handling.Timestamps.CONNECT,
                        Handling.Props.JSON,
                        ZoneOffset.ofHours(8)));
        assertThat(handling(Map.of(
                        "topic.prefix", "lf",
                        "decimal.handling.mode", "string",
                        "timestamp.handling.mode", "iso",
                        "custom.properties.mode", "map")))
                .isEqualTo(new Handling(
                        Handling.Decimals.STRING, Handling.Timestamps.ISO, Handling.Props.MAP, ZoneOffset.ofHours(8)));
        assertThat(handling(Map.of("topic.prefix", "lf", "decimal.handling.mode", "double"))
                        .decimals())
                .isEqualTo(Handling.Decimals.DOUBLE);
    }

    @Test
    void deletesAreToldIfWanted() {
        assertThat(validation.defaultOf("deletes.enabled")).isEqualTo(false);
        assertThat(validation.defaultOf("deletes.max.percent")).isEqualTo(5);
        assertThat(validation.refusal("deletes.max.percent", "101")).contains("no more than 100");
    }

    @Test
    void everyKeyIsComplete() {
        validation.everyKeyIsComplete();
        validation.nullIsRefusedExceptFor(List.of("orders.poll.interval.ms", "contacts.poll.interval.ms"));
    }

    private static Handling handling(Map<String, String> configuration) {
        return SourceKeys.handling(new AbstractConfig(definition(), configuration, false), ZoneOffset.ofHours(8));
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        SourceKeys.define(
                definition, List.of("orders", "contacts", "tags"), List.of("orders", "contacts"), List.of("tags"));
        return definition;
    }
}
