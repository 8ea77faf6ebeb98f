package io.martech.connect.sandbox.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.predicates.Predicate;
import org.junit.jupiter.api.Test;

class KeyIsTest {

    private static final Schema KEY =
            SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).build();

    @Test
    void onlyTheRowWithThatIdInThatTopicIsMeant() {
        try (KeyIs<SinkRecord> predicate = new KeyIs<>()) {
            predicate.configure(Map.of("topic", "lf.orders", "field", "id", "value", "7"));

            assertThat(predicate.test(record("lf.orders", 7))).isTrue();
            assertThat(predicate.test(record("lf.orders", 8))).isFalse();
            assertThat(predicate.test(record("lf.contacts", 7))).isFalse();
        }
    }

    @Test
    void aWorkerFindsItByItsServiceManifest() {
        assertThat(ServiceLoader.load(Predicate.class).stream().map(ServiceLoader.Provider::type))
                .contains(KeyIs.class);
    }

    private static SinkRecord record(String topic, long id) {
        return new SinkRecord(topic, 0, KEY, new Struct(KEY).put("id", id), null, null, 0);
    }
}
