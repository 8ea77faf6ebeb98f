package io.martech.connect.benchmark.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * Something that a person did.
 *
 * @param mobilePhone who
 * @param number ascending along the topic, and so for each person
 */
record Event(String mobilePhone, int number) {

    static final String NUMBER = "number";

    private static final MediaType JSON = MediaType.get("application/json");
    private static final long SOME_TIME = 1_767_225_600_000L;

    /** The value of a record in the topic. */
    byte[] toRecordValue() {
        ObjectNode value = properties();
        value.put("mobilePhone", mobilePhone);
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The request that the connector would make of it, for the bare loop: the platform has as much to do. */
    RequestBody toRequestBody() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("request_id", UUID.randomUUID().toString());
        body.put("channelKey", MessagesConnector.CHANNEL);
        body.put("channelType", "UDC");
        body.putArray("identities").addObject().put("id", mobilePhone).put("type", "mobilePhone");
        ObjectNode message = body.putArray("messages").addObject();
        message.put("message_id", UUID.randomUUID().toString());
        message.put("domain", "event");
        message.put("action", "track");
        message.put("ts", SOME_TIME);
        ObjectNode data = message.putObject("data");
        data.put("event", MessagesConnector.EVENT);
        data.put("eventDate", SOME_TIME);
        data.set("props", properties().put("mobilePhone", mobilePhone));
        return RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON);
    }

    private ObjectNode properties() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(NUMBER, number)
                .put("page", "pages/goods/detail?id=" + number)
                .put("amount", new BigDecimal("100.24"))
                .put("city", "上海市")
                .put("isMember", true);
    }
}
