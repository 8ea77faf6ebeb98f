package io.martech.connect.source.m1world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.account.m1world.M1worldAccountOptions;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class M1worldSourceConfigTest {

    private static final Map<String, String> VALID = Map.of(
            "name", "m1world",
            "connector.class", M1worldSourceConnector.class.getName(),
            "m1world.token", "key",
            "validate.credentials", "false",
            "topic.prefix", "m1world");

    @Test
    void whatMustBeGivenIsEnough() {
        assertThat(errors(VALID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "m1world.url,not an address",
        "m1world.first.page,2",
        "m1world.page.size,0",
        "m1world.quota.pause.ms,0",
        "contacts.details,perhaps",
        "contacts.pass.interval.ms,-1",
        "start.time,yesterday",
        "resources,deals",
        "poll.interval.ms,0",
        "contacts.poll.interval.ms,-1",
        "topic.prefix,a b",
        "rate.limit.requests.per.hour,-1",
        "progress.topic,m1world.email-events"
    })
    void anInvalidValueIsAnErrorOnThatVeryKey(String key, String value) {
        assertThat(errors(with(key, value))).containsOnlyKeys(key);
    }

    @Test
    void twoQuotasAreOneTooMany() {
        assertThat(errors(with("rate.limit.requests.per.second", "1")))
                .containsOnlyKeys("rate.limit.requests.per.hour");
    }

    @ParameterizedTest
    @CsvSource({"m1world.app.key,app", "m1world.app.secret,secret"})
    void aKeyAndAnAppAreOneTooMany(String key, String value) {
        assertThat(errors(with(key, value))).containsOnlyKeys("m1world.token");
    }

    @Test
    void aKeyOrAnAppIsNeeded() {
        Map<String, String> properties = new HashMap<>(VALID);
        properties.remove("m1world.token");
        assertThat(errors(properties)).containsOnlyKeys("m1world.token");
        properties.put("m1world.app.key", "app");
        assertThat(errors(properties)).containsOnlyKeys("m1world.app.secret");
        properties.put("m1world.app.secret", "secret");
        assertThat(errors(properties)).containsOnlyKeys("m1world.refresh.token");
        properties.put("m1world.refresh.token", "token");
        assertThat(errors(properties)).isEmpty();
        properties.put("m1world.authorization.code", "code");
        assertThat(errors(properties)).containsOnlyKeys("m1world.authorization.code", "m1world.redirect.uri");
        properties.remove("m1world.refresh.token");
        properties.put("m1world.redirect.uri", "http://localhost/back");
        assertThat(errors(properties)).isEmpty();
    }

    @Test
    void tokensThatBinAuthorizeHasKeptAreEnoughToBeginWith() {
        Map<String, String> properties = new HashMap<>(VALID);
        properties.remove("m1world.token");
        properties.put("m1world.app.key", "app");
        properties.put("m1world.app.secret", "secret");
        properties.put("token.store.path", "/var/lib/tokens");
        assertThat(errors(properties)).isEmpty();
    }

    @Test
    void theDefaultsAreThoseOfTheDocuments() {
        M1worldSourceOptions config = new M1worldSourceOptions(VALID);
        assertThat(M1worldAccountOptions.account(config).url()).isEqualTo("http://api.m1world.com");
        assertThat(config.getInt("rate.limit.requests.per.hour")).isEqualTo(2_000);
        assertThat(config.firstPage()).isEqualTo(1);
        assertThat(config.pollIntervalOf("contacts")).hasMinutes(5);
        assertThat(config.contactPassInterval()).hasHours(1);
        assertThat(config.hasContactDetails()).isFalse();
        assertThat(config.resources())
                .containsExactly("contacts", "groups", "tags", "properties", "fields", "email-tasks", "email-events");
    }

    /** They share one hourly quota, which belongs to the account. */
    @Test
    void oneTaskReadsAllResources() {
        M1worldSourceConnector connector = new M1worldSourceConnector();
        connector.start(VALID);
        assertThat(connector.taskConfigs(8)).hasSize(1).first().satisfies(task -> assertThat(task.get("resources"))
                .isEqualTo("contacts,groups,tags,properties,fields,email-tasks,email-events"));
    }

    @Test
    void theAccountIsTheSameByEitherAddress() {
        Map<String, String> app = new HashMap<>(VALID);
        app.remove("m1world.token");
        app.putAll(Map.of("m1world.app.key", "app", "m1world.app.secret", "secret"));
        assertThat(new M1worldSourceOptions(app).scope("contacts"))
                .isEqualTo(new M1worldSourceOptions(VALID).scope("contacts"));
    }

    @Test
    void offsetsAreCheckedWhenAPersonAltersThem() {
        assertAccepted(partition("contacts"), Map.of("passes", 1));
        assertAccepted(partition("contacts", "bucket", "3/16"), null);
        assertAccepted(partition("email-events", "subject", "3450"), null);
        assertAccepted(partition("groups"), Map.of("read_at", "2026-03-01 10:00:00"));
        assertRefused(partition("contacts"), Map.of("pass_direction", "sideways"), "one of backward, forward");
        assertRefused(partition("contacts", "bucket", "3/16"), Map.of("rows", "?"), "exactly as it was listed");
        assertRefused(
                partition("email-events", "subject", "3450"), Map.of("counts", "1=1"), "exactly as it was listed");
        assertAccepted(partition("groups", "bucket", "3/16"), null);
        assertRefused(partition("groups", "page", "3"), Map.of("read_at", "x"), "groups \"bucket\"");
    }

    private static Map<String, String> partition(String resource, String... slice) {
        Map<String, String> partition = new HashMap<>(Map.of("platform", "m1world", "resource", resource));
        if (slice.length > 0) {
            partition.put(slice[0], slice[1]);
        }
        return partition;
    }

    private static void assertAccepted(Map<String, String> partition, Map<String, ?> offset) {
        assertThat(new M1worldSourceConnector().alterOffsets(VALID, Collections.singletonMap(partition, offset)))
                .isTrue();
    }

    private static void assertRefused(Map<String, String> partition, Map<String, ?> offset, String message) {
        M1worldSourceConnector connector = new M1worldSourceConnector();
        assertThatThrownBy(() -> connector.alterOffsets(VALID, Collections.singletonMap(partition, offset)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(message);
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> properties = new HashMap<>(VALID);
        properties.put(key, value);
        return properties;
    }

    private static Map<String, List<String>> errors(Map<String, String> properties) {
        Map<String, List<String>> errors = new HashMap<>();
        new M1worldSourceConnector().validate(properties).configValues().forEach(value -> {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        });
        return errors;
    }
}
