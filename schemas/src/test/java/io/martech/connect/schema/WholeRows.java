package io.martech.connect.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicurio.registry.utils.converter.avro.AvroData;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.Handling;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;

/**
 * Whatever the platform sends: the value is valid, and together with {@code unmapped} it is the whole row, digit by digit.
 *
 * @param name for the names of tests
 * @param entity what its rows hold
 */
public record WholeRows(String name, EntityType entity, Handling handling, RowSchema schema) {

    private static final int ROWS = 3_000;

    /** These topics, each in both ways of handling that lose nothing. */
    public static Stream<WholeRows> of(List<TopicSchema> topics) {
        return topics.stream().flatMap(topic -> Stream.of(Handlings.DEFAULTS, Handlings.TEXTS)
                .map(handling -> new WholeRows(
                        topic.value().name() + " " + handling, topic.value(), handling, topic.in(handling))));
    }

    /** Value and {@code unmapped} are the whole row. */
    public void arriveInTheValue() {
        forEachRow(entity, (what, row) -> {
            Struct value = schema.value(row);

            value.validate();
            assertIsWhole(what, row, value);
        });
    }

    /** They still are behind an Avro converter. */
    public void arriveThroughAnAvroConverter() {
        AvroData avro = new AvroData(100);

        forEachRow(entity, (what, row) -> {
            Object sent = avro.fromConnectData(schema.valueSchema(), schema.value(row));
            Object received = avro.toConnectData(avro.fromConnectSchema(schema.valueSchema()), sent)
                    .value();

            assertIsWhole(what, row, (Struct) received);
        });
    }

    private void assertIsWhole(String what, JsonNode row, Struct value) {
        assertThat(text(new Reconstruction(handling).row(entity, value)))
                .as("%s of %s", what, row)
                .isEqualTo(text(row));
    }

    private String text(JsonNode row) {
        return ExactJson.sortedText(Reconstruction.normalized(entity, row));
    }

    /** What to do with a row. */
    public interface Check {
        void of(String name, JsonNode row);
    }

    /** Draws rows by a seed that it prints. */
    public static void forEachRow(EntityType entity, Check check) {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("rows of " + entity.name() + ": -Dtest.seed=" + seed);
        RandomRows rows = new RandomRows(new Random(seed));
        for (int i = 0; i < ROWS; i++) {
            // Out and in again, since that is the form in which rows come.
            ObjectNode row = rows.row(entity);
            check.of("row " + i + " of seed " + seed, ExactJson.read(row.toString()));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
