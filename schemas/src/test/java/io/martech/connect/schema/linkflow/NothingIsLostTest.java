package io.martech.connect.schema.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicurio.registry.utils.converter.avro.AvroData;
import io.martech.connect.schema.EntityType;
import io.martech.connect.schema.ExactJson;
import io.martech.connect.schema.Handling;
import io.martech.connect.schema.Handlings;
import io.martech.connect.schema.RandomRows;
import io.martech.connect.schema.Reconstruction;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.m1world.M1worldSchemas;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the platform sends: the value is valid, and together with {@code unmapped} it is the whole row, digit by digit. */
class NothingIsLostTest {

    private static final int ROWS = 3_000;

    /** A topic, in one way of handling. */
    record Topic(String name, EntityType entity, Handling handling, Function<Handling, RowSchema> schema) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Topic> topics() {
        return Stream.concat(rows(), lists());
    }

    private static Stream<Topic> lists() {
        return Stream.of(Handlings.DEFAULTS, Handlings.TEXTS).flatMap(handling -> Stream.of(
                        LinkflowLists.ALL, M1worldSchemas.ALL)
                .flatMap(List::stream)
                .map(topic -> new Topic(topic.value().name() + " " + handling, topic.value(), handling, topic::in)));
    }

    private static Stream<Topic> rows() {
        return Stream.of(Handlings.DEFAULTS, Handlings.TEXTS)
                .flatMap(handling -> Stream.of(
                        new Topic(
                                "orders " + handling,
                                LinkflowEntities.ORDER_WITH_LINES,
                                handling,
                                chosen -> LinkflowSchemas.order(chosen, true)),
                        new Topic(
                                "order lines " + handling,
                                LinkflowEntities.ORDER_LINE,
                                handling,
                                LinkflowSchemas::orderLine),
                        new Topic(
                                "contacts " + handling, LinkflowEntities.CONTACT, handling, LinkflowSchemas::contact)));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void valueAndUnmappedAreTheWholeRow(Topic topic) {
        RowSchema schema = topic.schema().apply(topic.handling());

        forEachRow(topic.entity(), (name, row) -> {
            Struct value = schema.value(row);

            value.validate();
            assertIsWhole(topic, name, row, value);
        });
    }

    @ParameterizedTest
    @MethodSource("topics")
    void anAvroConverterCarriesAllOfIt(Topic topic) {
        RowSchema schema = topic.schema().apply(topic.handling());
        AvroData avro = new AvroData(100);

        forEachRow(topic.entity(), (name, row) -> {
            Object sent = avro.fromConnectData(schema.valueSchema(), schema.value(row));
            Object received = avro.toConnectData(avro.fromConnectSchema(schema.valueSchema()), sent)
                    .value();

            assertIsWhole(topic, name, row, (Struct) received);
        });
    }

    private static void assertIsWhole(Topic topic, String name, JsonNode row, Struct value) {
        assertThat(text(topic.entity(), new Reconstruction(topic.handling()).row(topic.entity(), value)))
                .as("%s of %s", name, row)
                .isEqualTo(text(topic.entity(), row));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void roundedMoneyIsValidToo(Topic topic) {
        RowSchema schema = topic.schema().apply(Handlings.DOUBLES);

        forEachRow(topic.entity(), (name, row) -> schema.value(row).validate());
    }

    private interface Check {
        void of(String name, JsonNode row);
    }

    private static void forEachRow(EntityType entity, Check check) {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("rows of " + entity.name() + ": -Dtest.seed=" + seed);
        RandomRows rows = new RandomRows(new Random(seed));
        for (int i = 0; i < ROWS; i++) {
            // Out and in again, since that is the form in which rows come.
            ObjectNode row = rows.row(entity);
            check.of("row " + i + " of seed " + seed, ExactJson.read(row.toString()));
        }
    }

    private static String text(EntityType entity, JsonNode row) {
        return ExactJson.sortedText(Reconstruction.normalized(entity, row));
    }
}
