package io.martech.connect.sink.linkflow.message;

import static io.martech.connect.sink.contract.TestRecords.json;
import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.record;
import static io.martech.connect.sink.linkflow.Mapped.data;
import static io.martech.connect.sink.linkflow.Mapped.operation;
import static io.martech.connect.sink.linkflow.Mapped.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.sink.linkflow.Configs;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;

class OrderDataTest {

    private static final Map<String, String> ORDERS = Configs.orders();

    @Test
    void an_order_goes_to_the_documented_path_under_the_documented_domain() {
        Map<String, Object> order = map("orderId", "E1", "receiverMobile", "138");

        assertThat(path(ORDERS, order)).isEqualTo("/open/messages/orders");
        assertThat(request(ORDERS, record(order))
                        .path("messages")
                        .path(0)
                        .path("domain")
                        .asText())
                .isEqualTo("salesOrder");
        Map<String, String> other = Configs.orders("order.path", "/open/messages", "order.domain", "salesOrders");
        assertThat(path(other, order)).isEqualTo("/open/messages");
        JsonNode message = request(other, record(order)).path("messages").path(0);
        assertThat(message.path("domain").asText()).isEqualTo("salesOrders");
        assertThat(message.path("action").asText()).isEqualTo("set");
    }

    @Test
    void every_field_takes_its_documented_form() {
        Schema schema = SchemaBuilder.struct()
                .field("receiverMobile", Schema.STRING_SCHEMA)
                .field("payDate", Timestamp.SCHEMA)
                .field("totalPrice", Decimal.schema(6))
                .field("totalQuantity", Schema.INT32_SCHEMA)
                .field("storeId", Schema.INT64_SCHEMA)
                .field("isPresale", Schema.BOOLEAN_SCHEMA)
                .field("storeCardUsed", Schema.INT32_SCHEMA)
                .build();
        Struct struct = new Struct(schema)
                .put("receiverMobile", "138")
                .put("payDate", Date.from(Instant.parse("2022-10-28T02:33:45Z")))
                .put("totalPrice", new BigDecimal("100.240000"))
                .put("totalQuantity", 1)
                .put("storeId", 111_111L)
                .put("isPresale", true)
                .put("storeCardUsed", 100);

        assertThat(data(ORDERS, struct))
                .isEqualTo(json("{'receiverMobile':'138','totalQuantity':'1','storeId':'111111','isPresale':'true',"
                        + "'payDate':'2022-10-28 10:33:45','totalPrice':100.240000,'storeCardUsed':100}"));
    }

    @Test
    void times_may_come_as_milliseconds_or_text_and_amounts_as_text() {
        for (Object time : List.of(
                1_666_924_425_000L, "2022-10-28 10:33:45", "2022-10-28T10:33:45+08:00", "2022-10-28T02:33:45.000Z")) {
            assertThat(data(ORDERS, map("receiverMobile", "138", "payDate", time)))
                    .as(time.toString())
                    .isEqualTo(json("{'receiverMobile':'138','payDate':'2022-10-28 10:33:45'}"));
        }
        assertThat(data(
                                ORDERS,
                                map(
                                        "receiverMobile",
                                        "138",
                                        "totalPrice",
                                        "100.240",
                                        "storeCardUsed",
                                        "100",
                                        "payDate",
                                        ""))
                        .toString())
                .isEqualTo("{\"receiverMobile\":\"138\",\"totalPrice\":100.240,\"storeCardUsed\":100}");
    }

    @Test
    void another_time_zone_is_respected() {
        assertThat(data(
                        Configs.orders("linkflow.time.zone", "+00:00"),
                        map("receiverMobile", "138", "payDate", 1_666_924_425_000L)))
                .isEqualTo(json("{'receiverMobile':'138','payDate':'2022-10-28 02:33:45'}"));
    }

    @Test
    void amounts_are_written_as_plain_numbers_over_the_wire() {
        ApiRequest request = apiRequest(ORDERS, map("receiverMobile", "138", "totalPrice", new BigDecimal("1E+3")));
        String body = new String(
                io.martech.connect.client.Json.write(request.body()), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(body).contains("\"totalPrice\":1000}");
    }

    @Test
    void lines_take_the_form_of_lines_and_have_props_of_their_own() {
        Map<String, Object> line = map(
                "lineId",
                "L1",
                "quantity",
                2L,
                "price",
                "50.12",
                "outerItemId",
                100_000_000L,
                "deliveryDate",
                1_666_924_425_000L,
                "colour",
                "red",
                "props",
                "{\"test_number\":100.12}",
                "id",
                1L,
                "ver",
                2L,
                "tenantId",
                1L,
                "channelId",
                63L,
                "contactId",
                7L,
                "dateCreated",
                "2022-10-28 10:33:45",
                "lastUpdated",
                "2022-10-28 10:33:45",
                "orderId",
                "E1",
                "saleChannel",
                "有赞",
                "salesOrderId",
                null,
                "unmapped",
                "{}");

        assertThat(data(ORDERS, map("receiverMobile", "138", "orderId", "E1", "lines", List.of(line))))
                .isEqualTo(
                        json(
                                "{'receiverMobile':'138','orderId':'E1','lines':[{'lineId':'L1','outerItemId':'100000000','quantity':2,"
                                        + "'price':50.12,'deliveryDate':'2022-10-28 10:33:45','props':{'colour':'red','test_number':100.12}}]}"));
    }

    @Test
    void times_in_the_properties_of_an_order_are_local_as_the_document_shows_them() {
        Schema schema = SchemaBuilder.struct()
                .field("receiverMobile", Schema.STRING_SCHEMA)
                .field("test_date", Timestamp.SCHEMA)
                .build();
        Struct struct = new Struct(schema)
                .put("receiverMobile", "138")
                .put("test_date", Date.from(Instant.parse("2022-10-28T02:33:45Z")));

        assertThat(data(ORDERS, struct).path("props")).isEqualTo(json("{'test_date':'2022-10-28 10:33:45'}"));
    }

    @Test
    void values_that_fit_no_form_are_rejected_with_the_path_of_their_field() {
        assertRejected(map("receiverMobile", "138", "totalPrice", "viel"), "totalPrice must hold a number");
        assertRejected(map("receiverMobile", "138", "totalPrice", "1e999999999"), "totalPrice must hold a number");
        assertRejected(map("receiverMobile", "138", "storeCardUsed", 1.5), "storeCardUsed must hold a whole number");
        assertRejected(map("receiverMobile", "138", "payDate", "gestern"), "payDate must hold a time");
        assertRejected(
                map("receiverMobile", "138", "payDate", 19_293L), "payDate must hold a time: its number is no time");
        assertRejected(map("receiverMobile", "138", "lines", "L1"), "lines must hold a list");
        assertRejected(map("receiverMobile", "138", "lines", List.of("L1")), "lines must hold a list of");
        assertRejected(
                map("receiverMobile", "138", "lines", List.of(map("quantity", "viele"))),
                "lines.quantity must hold a number");
    }

    private static void assertRejected(Map<String, Object> value, String message) {
        assertThatThrownBy(() -> operation(ORDERS).map(record(value)))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("The field " + message);
    }

    private static ApiRequest apiRequest(Map<String, String> config, Map<String, Object> order) {
        MessagesOperation operation = operation(config);
        return operation.request(
                List.of(operation.map(record(order)).orElseThrow().payload()));
    }

    private static String path(Map<String, String> config, Map<String, Object> order) {
        return apiRequest(config, order).path();
    }
}
