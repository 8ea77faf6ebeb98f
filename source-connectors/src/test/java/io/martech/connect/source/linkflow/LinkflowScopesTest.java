package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkflowScopesTest {

    private final String orders = scope("orders");
    private final String contacts = scope("contacts");

    @ParameterizedTest
    @CsvSource({"linkflow.url, http://127.0.0.1:1", "linkflow.time.zone, +09:00", "start.time, 2026-01-01"})
    void whatDecidesWhichRowsAreReadIsPartOfTheScope(String key, String value) {
        assertThat(scope("orders", key, value)).isNotEqualTo(orders).contains(key + "=" + value);
        assertThat(scope("contacts", key, value)).isNotEqualTo(contacts).contains(key + "=" + value);
    }

    @Test
    void theKindOfContactsIsPartOfTheScopeOfContactsOnly() {
        assertThat(scope("contacts", "contacts.anonymous", "all")).isNotEqualTo(contacts);
        assertThat(scope("orders", "contacts.anonymous", "all")).isEqualTo(orders);
    }

    @Test
    void aListIsTheSameListWhateverElseIsConfigured() {
        assertThat(scope("groups", "start.time", "2026-01-01", "linkflow.time.zone", "+09:00"))
                .isEqualTo(scope("groups"));
        assertThat(scope("groups", "linkflow.url", "http://127.0.0.1:1")).isNotEqualTo(scope("groups"));
    }

    /** Whoever rotates a secret or waits a little longer wants to go on. */
    @ParameterizedTest
    @CsvSource({
        "linkflow.app.key, another",
        "linkflow.app.secret, another",
        "resources, orders",
        "poll.interval.ms, 1",
        "settle.lag.ms, 1",
        "lookback.ms, 1",
        "contacts.window.precision, day",
        "order.lines, both",
        "topic.prefix, other"
    })
    void howTheyAreReadIsNot(String key, String value) {
        assertThat(scope("orders", key, value)).isEqualTo(orders);
        assertThat(scope("contacts", key, value)).isEqualTo(contacts);
    }

    @Test
    void itHoldsNoSecret() {
        assertThat(orders + contacts).doesNotContain(Properties.SECRET).doesNotContain("the-key");
    }

    private static String scope(String resource, String... keysAndValues) {
        return new LinkflowSourceOptions(Properties.with(keysAndValues)).scope(resource);
    }
}
