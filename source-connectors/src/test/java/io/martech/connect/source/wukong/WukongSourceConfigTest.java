package io.martech.connect.source.wukong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WukongSourceConfigTest {

    private static final Map<String, String> VALID = Map.of(
            "name", "leads",
            "connector.class", WukongSourceConnector.class.getName(),
            "wukong.app.id", "app",
            "wukong.app.secret", "secret",
            "wukong.refresh.token", "token",
            "topic.prefix", "wk");

    @Test
    void aCursorIsBoundToTheAccountNotToItsSecrets() {
        assertThat(scope(VALID)).endsWith("; wukong.app.id=app");
        assertThat(scope(with("wukong.app.id", "another"))).isNotEqualTo(scope(VALID));
        assertThat(scope(with("wukong.app.secret", "another"))).isEqualTo(scope(VALID));
        assertThat(scope(with("wukong.refresh.token", "another"))).isEqualTo(scope(VALID));
        assertThat(scope(with("poll.interval.ms", "1"))).isEqualTo(scope(VALID));
    }

    private static String scope(Map<String, String> properties) {
        return new WukongSourceOptions(properties).scope("leads");
    }

    @Test
    void whatMustBeGivenIsEnough() {
        assertThat(errors(VALID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "wukong.url,not an address",
        "wukong.app.id,''",
        "wukong.app.secret,''",
        "wukong.api.revision,v3",
        "wukong.date.format,hh",
        "wukong.date.format,yyyy-M",
        "start.time,yesterday",
        "resources,deals",
        "poll.interval.ms,0",
        "leads.poll.interval.ms,-1",
        "topic.prefix,a b",
        "wukong.list.ids,12",
        "wukong.authorization.code,abc",
        "progress.topic,wk.leads"
    })
    void anInvalidValueIsAnErrorOnThatVeryKey(String key, String value) {
        assertThat(errors(with(key, value))).containsOnlyKeys(key);
    }

    @Test
    void somethingMustBeThereToBeginWith() {
        Map<String, String> properties = new HashMap<>(VALID);
        properties.remove("wukong.refresh.token");
        assertThat(errors(properties)).containsOnlyKeys("wukong.refresh.token");
        properties.put("token.store.path", "/var/lib/tokens");
        assertThat(errors(properties))
                .as("bin/authorize may have put them there")
                .isEmpty();
    }

    @Test
    void filtersBelongToTheirRevision() {
        assertThat(errors(with("wukong.uids", "77"))).isEmpty();
        Map<String, String> second = with("wukong.api.revision", "v2");
        second.put("wukong.uids", "77");
        assertThat(errors(second)).containsOnlyKeys("wukong.uids");
    }

    @Test
    void theDefaultsAreThoseOfTheDocuments() {
        WukongSourceOptions config = new WukongSourceOptions(VALID);
        assertThat(config.getString("wukong.url")).isEqualTo("http://open.wukongdata.com");
        assertThat(config.dateFormat().format(java.time.LocalDate.of(2017, 1, 1)))
                .isEqualTo("2017-1-1");
        assertThat(config.pollIntervalOf("leads")).hasMinutes(5);
        assertThat(config.resources()).containsExactly("leads", "lists");
    }

    @Test
    void offsetsAreCheckedWhenAPersonAltersThem() {
        WukongSourceConnector connector = new WukongSourceConnector();
        Map<String, String> leads = Map.of("platform", "wukong", "resource", "leads");
        Map<String, String> day = Map.of("platform", "wukong", "resource", "leads", "day", "2026-03-01");
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        offsets.put(leads, Map.of("first_day", "2026-01-01"));
        offsets.put(day, null);
        assertThat(connector.alterOffsets(VALID, offsets)).isTrue();
        assertThatThrownBy(() -> connector.alterOffsets(VALID, Map.of(leads, Map.of("first_day", "soon"))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("a day such as 2026-01-01");
        assertThatThrownBy(() -> connector.alterOffsets(
                        VALID, Map.of(Map.of("platform", "wukong", "resource", "lists", "day", "x"), Map.of())))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("leads \"day\"");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> properties = new HashMap<>(VALID);
        properties.put(key, value);
        return properties;
    }

    private static Map<String, List<String>> errors(Map<String, String> properties) {
        Map<String, List<String>> errors = new HashMap<>();
        new WukongSourceConnector().validate(properties).configValues().forEach(value -> {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        });
        return errors;
    }
}
