package io.martech.connect.sandbox.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.message.ReceivedMessage;
import io.martech.connect.sandbox.linkflow.model.Identity;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkflowMessagesTest {

    private static final String MESSAGES = "/open/messages";

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final LinkflowPlatform platform = sandbox.platform;

    @Test
    void theDocumentsExampleCreatesAContactAndTracksAnEvent() throws Exception {
        HttpResponse<String> response = sandbox.client.post(MESSAGES, Documents.read("contact-and-event.json"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();

        long id = platform.contacts()
                .with(new Identity("idCard", "321100199012203412"))
                .orElseThrow();
        JsonNode contact = platform.contacts().find(id).orElseThrow();
        assertThat(contact.get("name").textValue()).isEqualTo("contactName");
        assertThat(contact.get("idCard").textValue()).isEqualTo("321100199012203412");
        assertThat(contact.at("/props/long").bigIntegerValue()).isEqualTo(new BigInteger("11111111111111112001"));
        assertThat(contact.get("isAnonymous").booleanValue()).isFalse();
        assertThat(contact.get("ver").isNull()).isTrue();
        assertThat(Client.ids(sandbox.client.json("/open/contacts/cursor?lastMaxId=0")))
                .containsExactly(id);

        List<ReceivedMessage> received = platform.receivedMessages();
        assertThat(received).extracting(ReceivedMessage::domain).containsExactly("contact", "event");
        assertThat(received).extracting(ReceivedMessage::contactId).containsOnly(id);
        assertThat(received).extracting(ReceivedMessage::messageId).containsExactly("m1", "m2");
        assertThat(received).extracting(ReceivedMessage::requestId).containsOnly("r1");
        assertThat(received.get(1).data().get("event").textValue()).isEqualTo("WECHAT_WXA__HIDE");
        assertThat(sandbox.server.requests().of("messages")).isEqualTo(1);
        assertThat(platform.ignoredFields()).isEmpty();
    }

    @Test
    void theDocumentsExampleCreatesAnOrderWithItsLine() throws Exception {
        String body = Documents.read("order.json");
        assertThat(sandbox.client.post("/open/messages/orders", body).statusCode())
                .isEqualTo(200);

        JsonNode order = sandbox.client.json("/open/orders?lastMaxId=0").get(0);
        assertThat(order.fieldNames()).toIterable().containsAll(DocumentedFields.ORDER);
        assertThat(order.get("lines").get(0).fieldNames()).toIterable().containsAll(DocumentedFields.ORDER_LINE);
        JsonNode sent = Client.JSON.readTree(body).at("/messages/0/data");
        sent.properties().stream()
                .filter(field -> !field.getKey().equals("lines"))
                .forEach(field -> assertThat(order.get(field.getKey())).isEqualTo(field.getValue()));
        sent.at("/lines/0").properties().forEach(field -> assertThat(
                        order.get("lines").get(0).get(field.getKey()))
                .isEqualTo(field.getValue()));
        assertThat(order.get("totalPrice").decimalValue().scale()).isEqualTo(3);
        assertThat(order.get("contactId").longValue())
                .isEqualTo(platform.contacts()
                        .with(new Identity("email", "email@163.com"))
                        .orElseThrow());
    }

    @Test
    void anOrderIsUpdatedFieldByFieldAndLineByLine() throws Exception {
        post("/open/messages/orders", Documents.read("order.json"));
        sandbox.clock.advance(Duration.ofSeconds(10));
        post(MESSAGES, request(message("salesOrders", "set", """
                        {"orderId":"E20221028","orderStatus":"TRADE_SUCCESS","props":{"more":1},
                         "lines":[{"lineId":"L20221028","quantity":3},{"lineId":"L2","price":1.10}]}""")));

        assertThat(platform.orders().count()).isEqualTo(1);
        JsonNode order = platform.orders().byId().firstEntry().getValue();
        assertThat(order.get("orderStatus").textValue()).isEqualTo("TRADE_SUCCESS");
        assertThat(order.get("orderOuterStatus").textValue()).isEqualTo("TRADE_SUCCESS");
        assertThat(order.get("storeName").textValue()).isEqualTo("微商城");
        assertThat(order.at("/props/test_date").textValue()).isEqualTo("2022-10-28 10:33:45");
        assertThat(order.at("/props/more").intValue()).isEqualTo(1);
        assertThat(order.get("ver").intValue()).isEqualTo(2);
        assertThat(order.get("lastUpdated").textValue()).isEqualTo("2026-01-01 08:00:10");
        assertThat(order.get("lines")).hasSize(2);
        assertThat(order.at("/lines/0/quantity").intValue()).isEqualTo(3);
        assertThat(order.at("/lines/0/productName").textValue()).isEqualTo("维生素C");
        assertThat(order.at("/lines/0/ver").intValue()).isEqualTo(2);
        assertThat(order.at("/lines/1/orderId").textValue()).isEqualTo("E20221028");
    }

    @Test
    void anOrderThatThePlatformShowsCanBeUpdatedByItsNumber() throws Exception {
        long id = platform.orders().insert();
        post(MESSAGES, request(message("salesOrder", "set", "{\"orderId\":\"E" + id + "\",\"storeName\":\"新店\"}")));
        assertThat(platform.orders().count()).isEqualTo(1);
        assertThat(platform.orders().find(id).orElseThrow().get("storeName").textValue())
                .isEqualTo("新店");
    }

    @Test
    void aContactIsFoundByAnyIdentityAndMerged() throws Exception {
        long id = platform.contacts().insert();
        String mobile =
                platform.contacts().find(id).orElseThrow().get("mobilePhone").textValue();
        sandbox.clock.advance(Duration.ofSeconds(10));
        post(MESSAGES, """
                {"channelKey":"udc_12SyQfFmg","identities":[{"type":"custom","id":"c-1"},{"type":"phone","id":"%s"}],
                 "messages":[{"domain":"contact","action":"set","ts":"1663146117310",
                   "data":{"company":"新公司","email":null,"props":{"vip":true},"dateOfBirthday":"1986-05-04","shoeSize":43}}]}""".formatted(mobile));

        assertThat(platform.contacts().count()).isEqualTo(1);
        JsonNode contact = platform.contacts().find(id).orElseThrow();
        assertThat(contact.get("company").textValue()).isEqualTo("新公司");
        assertThat(contact.get("email").isNull()).isTrue();
        assertThat(contact.at("/props/vip").booleanValue()).isTrue();
        assertThat(contact.get("dateOfBirthday").textValue()).isEqualTo("1986-05-04 00:00:00");
        assertThat(contact.get("mobilePhone").textValue()).isEqualTo(mobile);
        assertThat(contact.get("lastUpdated").textValue()).isEqualTo("2026-01-01 08:00:10");
        assertThat(platform.contacts().with(new Identity("custom", "c-1"))).contains(id);
        assertThat(platform.ignoredFields()).as("fields beyond the contact's").containsOnlyKeys("shoeSize");
    }

    @Test
    void slipsAreRefusedWithTheirCode() throws Exception {
        String set = message("contact", "set", "{}");
        assertRefused(500, "B00022", MESSAGES, request(set).replace("udc_12SyQfFmg", "wrong"));
        assertRefused(500, "B00010", MESSAGES, request(set).replace("\"UDC\"", "\"TTMP\""));
        assertRefused(500, "B00010", MESSAGES, request(message("contact", "track", "{}")));
        assertRefused(500, "B00010", MESSAGES, request(message("person", "set", "{}")));
        assertRefused(500, "B00010", MESSAGES, "not json");
        assertRefused(500, "B00010", MESSAGES, "[]");
        assertRefused(500, "B00002", MESSAGES, request(""));
        assertRefused(500, "B00002", MESSAGES, request(set).replace("321100199012203412", " "));
        assertRefused(500, "B00002", MESSAGES, request(set).replace("\"ts\"", "\"t\""));
        assertRefused(500, "B00002", MESSAGES, request(message("event", "track", "{}")));
        assertRefused(
                500, "B00010", MESSAGES, request(message("event", "track", "{\"event\":\"E\",\"eventDate\":\"x\"}")));
        assertRefused(500, "B00010", "/open/messages/orders", request(set));
        assertRefused(500, "B00002", MESSAGES, request(message("salesOrder", "set", "{\"orderId\":\"1\"}")));
        assertThat(platform.receivedMessageCount()).isZero();
        assertThat(platform.contacts().count()).isZero();
    }

    @Test
    void fieldsOfOrdersMustHaveTheirDocumentedForm() throws Exception {
        long id = platform.orders().insert();
        for (String slip : List.of(
                "\"payDate\":1663146117310",
                "\"payDate\":\"2022-10-28T10:33:45Z\"",
                "\"totalPrice\":\"100.240\"",
                "\"storeCardUsed\":1.5",
                "\"props\":\"{}\"",
                "\"lines\":{}",
                "\"lines\":[{\"lineId\":\"1\",\"quantity\":\"2\"}]")) {
            assertRefused(
                    500,
                    "B00010",
                    MESSAGES,
                    request(message("salesOrder", "set", "{\"orderId\":\"E" + id + "\"," + slip + "}")));
        }
        assertRefused(
                500,
                "B00002",
                MESSAGES,
                request(message("salesOrder", "set", "{\"orderId\":\"E" + id + "\",\"lines\":[{\"quantity\":2}]}")));
    }

    @Test
    void aMarkedMessageIsRefusedAndItsWholeRequestWithIt() throws Exception {
        String good = message("contact", "set", "{\"name\":\"好\"}");
        assertRefused(
                500,
                "B00010",
                MESSAGES,
                request(good + "," + message("contact", "set", "{\"props\":{\"poison\":true}}")));
        assertRefused(
                500, "B01402", MESSAGES, request(good + "," + message("contact", "set", "{\"poison\":\"B01402\"}")));
        assertThat(platform.contacts().count()).isZero();
        assertThat(platform.receivedMessageCount()).isZero();

        sandbox.quirks.refusalMarker.set("other");
        post(MESSAGES, request(good + "," + message("contact", "set", "{\"poison\":\"B01402\"}")));
        assertThat(platform.receivedMessageCount()).isEqualTo(2);
    }

    @Test
    void batchesCanHaveALimit() throws Exception {
        sandbox.quirks.largestMessageBatch.set(2);
        String set = message("contact", "set", "{}");
        post(MESSAGES, request(set + "," + set));
        assertRefused(400, "B00031", MESSAGES, request(set + "," + set + "," + set));
    }

    @Test
    void repeatedMessagesAreAppliedAgainUnlessDuplicatesAreRemoved() throws Exception {
        String body = Documents.read("contact-and-event.json");
        post(MESSAGES, body);
        post(MESSAGES, body);
        assertThat(platform.receivedMessageCount()).isEqualTo(4);
        assertThat(platform.repeatedMessageCount()).isEqualTo(2);

        sandbox.quirks.duplicatesRemoved.set(true);
        post(MESSAGES, body);
        assertThat(platform.receivedMessageCount()).isEqualTo(4);
        assertThat(platform.repeatedMessageCount()).isEqualTo(4);
    }

    @Test
    void domainsOfOrdersAndTheAnswerCanBeChosen() throws Exception {
        long id = platform.orders().insert();
        sandbox.quirks.orderDomains.set(Set.of("salesOrders")).writeAnswer.set("{\"success\":true}");
        String data = "{\"orderId\":\"E" + id + "\"}";
        assertThat(sandbox.client
                        .post(MESSAGES, request(message("salesOrders", "set", data)))
                        .body())
                .isEqualTo("{\"success\":true}");
        assertRefused(500, "B00010", MESSAGES, request(message("salesOrder", "set", data)));
    }

    @Test
    void aWriteNeedsAToken() throws Exception {
        sandbox.client.useToken("unknown");
        assertThat(sandbox.client
                        .post(MESSAGES, request(message("contact", "set", "{}")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(platform.receivedMessageCount()).isZero();
    }

    private void post(String path, String body) throws Exception {
        HttpResponse<String> response = sandbox.client.post(path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private void assertRefused(int status, String code, String path, String body) throws Exception {
        HttpResponse<String> response = sandbox.client.post(path, body);
        assertThat(response.statusCode()).as(body + response.body()).isEqualTo(status);
        assertThat(Client.code(response)).as(body + response.body()).isEqualTo(code);
    }

    private static String message(String domain, String action, String data) {
        return """
                {"domain":"%s","action":"%s","ts":1663146117310,"data":%s}""".formatted(domain, action, data);
    }

    private static String request(String messages) {
        return """
                {"channelKey":"udc_12SyQfFmg","channelType":"UDC","identities":[{"id":"321100199012203412","type":"idCard"}],
                 "messages":[%s]}""".formatted(messages);
    }
}
