package io.martech.connect.sink.record;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class FieldPathTest {

    private static final Schema PERSON = SchemaBuilder.struct()
            .field("phone", Schema.OPTIONAL_STRING_SCHEMA)
            .field("since", Timestamp.builder().optional().build())
            .build();
    private static final Schema ORDER = SchemaBuilder.struct()
            .field("customer", PERSON)
            .field("tags", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA))
            .build();

    @Test
    void follows_structs_and_maps_alike() {
        Struct struct = new Struct(ORDER)
                .put("customer", new Struct(PERSON).put("phone", "138"))
                .put("tags", Map.of("vip", 1));

        assertThat(read("customer.phone", record(struct))).isEqualTo("138");
        assertThat(read("tags.vip", record(struct))).isEqualTo(1);
        assertThat(read("customer.phone", record(map("customer", map("phone", "138")))))
                .isEqualTo("138");
    }

    @Test
    void gives_what_it_finds_the_form_that_its_schema_names() {
        Struct struct = new Struct(ORDER)
                .put("customer", new Struct(PERSON).put("since", new java.util.Date(0)))
                .put("tags", Map.of());

        assertThat(read("customer.since", record(struct))).isEqualTo(Instant.EPOCH);
    }

    @Test
    void reads_the_key() {
        SinkRecord record = record(map("id", 7L, "owner", map("phone", "138")), map("id", 8L));

        assertThat(read("key.id", record)).isEqualTo(7L);
        assertThat(read("key.owner.phone", record)).isEqualTo("138");
        assertThat(read("id", record)).isEqualTo(8L);
        assertThat(read("key", record("138", map()))).isEqualTo("138");
    }

    @Test
    void finds_a_field_whose_name_has_dots() {
        assertThat(read("wechat.unionId", record(map("wechat.unionId", "o1")))).isEqualTo("o1");
        assertThat(read("ids.wechat.unionId", record(map("ids", map("wechat.unionId", "o1")))))
                .isEqualTo("o1");
    }

    @Test
    void what_is_not_there_is_null() {
        assertThat(read("customer.phone", record(map()))).isNull();
        assertThat(read("customer.phone", record(map("customer", null)))).isNull();
        assertThat(read("customer.phone", record(map("customer", "text")))).isNull();
        assertThat(read("key.id", record(map()))).isNull();
        assertThat(read("phone", record("only a text"))).isNull();
    }

    private static Object read(String path, SinkRecord record) {
        return FieldPath.of(path).read(record).value();
    }
}
