package io.martech.connect.schema.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.ExactJson;
import io.martech.connect.schema.Handlings;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.type.MalformedRowException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class LinkflowSchemasTest {

    private final JsonNode orders = ExactJson.resource("/linkflow/orders.json");
    private final JsonNode contacts = ExactJson.resource("/linkflow/contacts.json");

    @Test
    void everyFieldOfTheDocumentedOrderHasItsPlace() {
        RowSchema schema = LinkflowSchemas.order(Handlings.DEFAULTS, true);

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
        RowSchema schema = LinkflowSchemas.orderLine(Handlings.DEFAULTS);
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

        RowSchema head = LinkflowSchemas.order(Handlings.DEFAULTS, false);
        assertThat(head.valueSchema().field("lines")).isNull();
        assertThat(head.value(order).get("unmapped")).isNull();
    }

    @Test
    void everyFieldOfTheDocumentedContactHasItsPlace() {
        RowSchema schema = LinkflowSchemas.contact(Handlings.DEFAULTS);

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

    @Test
    void aLineThatIsNoneStaysInItsOrder() {
        JsonNode order = ExactJson.read("""
                {"id":1,"lines":[{"id":2},"oops",{"lineId":"L3"},null,{"id":"4","new":true}]}""");

        assertThat(OrderLineRows.of(order)).hasSize(2);
        assertThat(OrderLineRows.of(order).get(1)).isEqualTo(ExactJson.read("""
                {"id":"4","new":true,"salesOrderId":1}"""));
        assertThat(LinkflowSchemas.order(Handlings.DEFAULTS, false).value(order).getString("unmapped"))
                .isEqualTo("{\"lines\":{\"1\":\"oops\",\"2\":{\"lineId\":\"L3\"},\"3\":null}}");
    }

    @Test
    void anOrderWithoutLinesHasNoRows() {
        assertThat(OrderLineRows.of(ExactJson.read("{\"id\":1}"))).isEmpty();
        assertThat(OrderLineRows.of(ExactJson.read("{\"id\":1,\"lines\":null}")))
                .isEmpty();
        assertThat(OrderLineRows.of(ExactJson.read("{\"id\":1,\"lines\":{\"id\":2}}")))
                .isEmpty();
    }

    @Test
    void aLineWithoutItsOrderHasNoKey() {
        RowSchema schema = LinkflowSchemas.orderLine(Handlings.DEFAULTS);

        assertThatThrownBy(() -> schema.key(ExactJson.read("{\"id\":2}")))
                .isInstanceOf(MalformedRowException.class)
                .hasMessageContaining("salesOrderId");
    }

    @Test
    void fieldsThatOnlyTheWriteTablesNameAreThereToo() {
        JsonNode line = ExactJson.read("""
                {"id":2,"outerItemId":"100000000","outerSkuName":"中份","outerSkuId":"100000001",
                 "outerSkuNo":"100000000","deliveryDate":"2022-10-28 10:33:45"}""");

        Struct value = LinkflowSchemas.orderLine(Handlings.DEFAULTS).value(line);

        assertThat(value.getString("outerSkuName")).isEqualTo("中份");
        assertThat(value.get("deliveryDate")).isEqualTo(Date.from(Instant.parse("2022-10-28T02:33:45Z")));
        assertThat(value.get("unmapped")).isNull();
    }

    @Test
    void totalQuantityIsWhateverThePlatformSends() {
        RowSchema schema = LinkflowSchemas.order(Handlings.DEFAULTS, true);

        assertThat(schema.value(ExactJson.read("{\"id\":1,\"totalQuantity\":1.50}"))
                        .get("totalQuantity"))
                .isEqualTo("1.50");
        assertThat(schema.value(ExactJson.read("{\"id\":1,\"totalQuantity\":\"2 boxes\"}"))
                        .get("totalQuantity"))
                .isEqualTo("2 boxes");
    }

    @Test
    void everyNestedStructIsNamed() {
        assertThat(structNames(LinkflowSchemas.order(Handlings.DEFAULTS, true).valueSchema()))
                .containsExactly("Order", "OrderLine");
        assertThat(structNames(LinkflowSchemas.contact(Handlings.DEFAULTS).valueSchema()))
                .containsExactly("Contact", "Utm", "OpenId", "Identity", "TagOfContact", "ChannelIdentity", "Channel");
    }

    private static List<String> structNames(Schema schema) {
        if (schema.type() == Schema.Type.ARRAY) {
            return structNames(schema.valueSchema());
        }
        if (schema.type() != Schema.Type.STRUCT) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(schema.name().replace("io.martech.connect.linkflow.v1.", "")),
                        schema.fields().stream().flatMap(field -> structNames(field.schema()).stream()))
                .toList();
    }
}
