package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.source.engine.RowRecords.TopicRecord;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class OrderRecordsTest {

    private static final Handling HANDLING = new Handling(
            Handling.Decimals.PRECISE, Handling.Timestamps.CONNECT, Handling.Props.JSON, ZoneOffset.ofHours(8));

    @Test
    void anOrderIsOneRecordAndSoIsEachOfItsLinesIfTheyHaveATopic() {
        assertThat(records(OrderLines.NESTED).of(orderOfTwoLines()))
                .extracting(TopicRecord::topic)
                .containsExactly("orders");
        assertThat(records(OrderLines.BOTH).of(orderOfTwoLines()))
                .extracting(TopicRecord::topic)
                .containsExactly("orders", "lines", "lines");
    }

    @Test
    void whereLinesAreNotInTheOrderItNamesThem() {
        Struct order =
                (Struct) records(OrderLines.TOPIC).of(orderOfTwoLines()).get(0).value();
        assertThat(order.getArray("lineIds")).isEqualTo(List.of(8L, 9L));
        assertThat(order.schema().field("lines")).isNull();
        assertThat(order.get("unmapped")).isNull();

        JsonNode silent = JsonNodeFactory.instance.objectNode().put("id", 7);
        assertThat(((Struct) records(OrderLines.TOPIC).of(silent).get(0).value()).getArray("lineIds"))
                .isNull();
        assertThat(((Struct) records(OrderLines.BOTH)
                                .of(orderOfTwoLines())
                                .get(0)
                                .value())
                        .schema()
                        .field("lineIds"))
                .isNull();
    }

    @Test
    void aDeletedOrderIsItsKeyWithoutAValue() {
        List<TopicRecord> deleted = records(OrderLines.BOTH)
                .ofDeleted(JsonNodeFactory.instance.objectNode().put("id", 7));

        assertThat(deleted).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("orders");
            assertThat(((Struct) record.key()).getInt64("id")).isEqualTo(7);
            assertThat(record.value()).isNull();
            assertThat(record.valueSchema()).isNull();
        });
    }

    private static OrderRecords records(OrderLines mode) {
        return new OrderRecords("orders", "lines", mode, HANDLING);
    }

    private static JsonNode orderOfTwoLines() {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("id", 7);
        order.putArray("lines").addObject().put("id", 8);
        order.withArray("lines").addObject().put("id", 9);
        return order;
    }
}
