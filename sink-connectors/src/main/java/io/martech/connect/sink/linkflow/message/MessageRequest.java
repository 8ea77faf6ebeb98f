package io.martech.connect.sink.linkflow.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import java.util.List;

/**
 * {@code POST /open/messages} of "联系人和事件" and {@code POST /open/messages/orders} of "创建/更新订单订单". Either answers HTTP
 * 200; the document shows no body and names no error codes. So the codes that it names elsewhere for faulty parameters are
 * taken to refuse a message, and every other one may be an outage.
 */
final class MessageRequest {

    /** A required parameter is empty; a parameter is not valid; no such identity; no such type of identity. */
    private static final String[] FAULTY_MESSAGE = {"B00002", "B00010", "B01376", "B01403"};

    /** No such channel, as the document says of QR codes and of tags. */
    static final List<String> UNKNOWN_CHANNEL = List.of("B00022", "B00159");

    private static final Expectation ACCEPTED =
            Expectation.accepted().rejecting(FAULTY_MESSAGE).rejecting(UNKNOWN_CHANNEL.toArray(String[]::new));

    private MessageRequest() {}

    /** One request with these messages in this order; all have the same addressee. */
    public static ApiRequest of(List<LinkflowMessage> messages) {
        MessageAddressee addressee = messages.get(0).addressee();
        ObjectNode body = Json.object();
        body.put(
                "request_id",
                MessageIds.requestId(messages.stream().map(LinkflowMessage::id).toList()));
        body.put("channelKey", addressee.channelKey());
        body.put("channelType", addressee.channelType());
        ArrayNode identities = body.putArray("identities");
        addressee.identities().forEach(identity -> identities.add(identity.toJson()));
        ArrayNode list = body.putArray("messages");
        messages.forEach(message -> list.add(message.json()));
        return ApiRequest.post("messages", addressee.path(), body).expecting(ACCEPTED);
    }
}
