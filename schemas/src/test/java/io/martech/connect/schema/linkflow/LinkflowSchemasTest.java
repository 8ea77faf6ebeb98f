package io.martech.connect.schema.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.ExactJson;
import io.martech.connect.schema.Handling;
import io.martech.connect.schema.RowSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class LinkflowSchemasTest {

    private static final Handling DEFAULTS = new Handling(
            Handling.Decimals.PRECISE, Handling.Timestamps.CONNECT, Handling.Props.JSON, ZoneOffset.ofHours(8));

    private final JsonNode orders = ExactJson.resource("/linkflow/orders.json");
    private final JsonNode contacts = ExactJson.resource("/linkflow/contacts.json");

    @Test
    void everyFieldOfTheDocumentedOrderHasItsPlace() {
        RowSchema schema = LinkflowSchemas.order(DEFAULTS, true);

        for (JsonNode row : orders) {
            Struct order = schema.value(row);
            order.validate();
            assertThat(order.get("unmapped")).isNull();
            assertThat(order.getInt64("id")).isEqualTo(row.get("id").longValue());
            assertThat(order.get("totalPrice")).isEqualTo(new BigDecimal("100.240000"));
            assertThat(order.get("lastUpdated")).isEqualTo(Date.from(Instant.parse("2023-03-16T07:48:41Z")));
            assertThat(order.get("totalQuantity")).isEqualTo("1");
            assertThat(order.get("props")).isEqualTo("{}");
            Struct line = (Struct) order.getArray("lines").get(0);
            assertThat(line.get("unmapped")).isNull();
            assertThat(line.get("price")).isEqualTo(new BigDecimal("50.120000"));
            assertThat(line.get("quantity")).isEqualTo(2);
            assertThat(line.get("salesOrderId")).isNull();
        }
    }

    @Test
    void linesCanBeRowsOfTheirOwn() {
        RowSchema schema = LinkflowSchemas.orderLine(DEFAULTS);
        JsonNode order = orders.get(0);

        List<JsonNode> rows = OrderLineRows.of(order);

        assertThat(rows).hasSize(1);
        Struct key = schema.key(rows.get(0));
        assertThat(key.getInt64("salesOrderId")).isEqualTo(144357503180802L);
        assertThat(key.getInt64("id")).isEqualTo(144357503180803L);
        Struct line = schema.value(rows.get(0));
        assertThat(line.getInt64("salesOrderId")).isEqualTo(144357503180802L);
        assertThat(line.getString("orderId")).isEqualTo("433");
        assertThat(line.get("unmapped")).isNull();
        assertThat(order.get("lines").get(0).has("salesOrderId")).isFalse();

        RowSchema head = LinkflowSchemas.order(DEFAULTS, false);
        assertThat(head.valueSchema().field("lines")).isNull();
        assertThat(head.value(order).get("unmapped")).isNull();
    }

    @Test
    void everyFieldOfTheDocumentedContactHasItsPlace() {
        RowSchema schema = LinkflowSchemas.contact(DEFAULTS);

        for (JsonNode row : contacts) {
            Struct contact = schema.value(row);
            contact.validate();
            assertThat(contact.get("unmapped")).isNull();
            assertThat(schema.key(row).getInt64("id")).isEqualTo(row.get("id").longValue());
            assertThat(contact.getStruct("utm").getString("campaign")).isEqualTo("campaign");
            assertThat(contact.getArray("openIds")).hasSize(row.get("openIds").size());
        }
        Struct first = schema.value(contacts.get(0));
        assertThat(((Date) first.get("dateOfBirthday")).toInstant())
                .isEqualTo(LocalDate.of(1991, 11, 11).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(first.getString("props")).isEqualTo("{\"attr1\":\"单身\",\"attr2\":10000}");
        assertThat(first.getBoolean("isAnonymous")).isFalse();
        assertThat(first.get("ver")).isNull();
    }
}
