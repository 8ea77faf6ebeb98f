package io.martech.connect.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.account.UnknownKeys.UnknownKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {

    private final UnknownKeys keys = new UnknownKeys(Set.of(
            "resources",
            "linkflow.app.key",
            "linkflow.app.secret",
            "poll.interval.ms",
            "orders.poll.interval.ms",
            "group.name",
            "group.id.field",
            "dimension.alias"));

    @ParameterizedTest
    @CsvSource({
        "resource, resources",
        "ressource, resources",
        "Resources, resources",
        "linkflow.app.keyy, linkflow.app.key",
        "linkflow.app.sercet, linkflow.app.secret",
        "linkflow-app_key, linkflow.app.key",
        "linkflowAppSecret, linkflow.app.secret",
        "pol.interval.m, poll.interval.ms",
        "order.poll.interval.ms, orders.poll.interval.ms"
    })
    void aSlipIsOne(String key, String meant) {
        assertThat(of(key)).containsExactly(new UnknownKey(key, meant, true));
    }

    @ParameterizedTest
    @CsvSource({
        "group.id, group.id.field",
        "dimension.id, dimension.alias",
        "task.max, tasks.max",
        "topic, topics",
        "error.tolerance, errors.tolerance",
        "poll.interval.seconds, poll.interval.ms"
    })
    void whatIsOnlySimilarIsNoSlip(String key, String similar) {
        assertThat(of(key).get(0).isMisspelt()).isFalse();
        assertThat(of(key).get(0).message())
                .isEqualTo("'" + key + "' is no option of this connector and has no effect; did you mean '" + similar
                        + "'?");
    }

    @Test
    void whatIsLikeNothingIsToldWithoutAGuess() {
        assertThat(of("entirely.different")).containsExactly(new UnknownKey("entirely.different", null, false));
        assertThat(of("entirely.different").get(0).message()).endsWith("has no effect.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resources",
                "name",
                "topics",
                "tasks.max",
                "connector.plugin.version",
                "key.converter",
                "key.converter.resource",
                "value.converter.schema.registry.url",
                "header.converter.resource",
                "transforms",
                "transforms.mask.resource",
                "predicates.p.resource",
                "errors.anything.new",
                "topic.creation.resources.include",
                "producer.override.resource",
                "consumer.override.resource",
                "admin.override.resource",
                "transaction.boundary.interval.ms",
                "confluent.resource"
            })
    void whatConnectReadsIsKnown(String key) {
        assertThat(of(key)).isEmpty();
    }

    @Test
    void theyComeInOrderAndNullIsNothing() {
        Map<String, String> properties = new HashMap<>(Map.of("zzz.zzz", "1", "aaa.aaa", "2"));
        properties.put("resource", null);
        assertThat(keys.in(properties).stream().map(UnknownKey::name)).containsExactly("aaa.aaa", "zzz.zzz");
    }

    private List<UnknownKey> of(String key) {
        return keys.in(Map.of(key, "value"));
    }
}
