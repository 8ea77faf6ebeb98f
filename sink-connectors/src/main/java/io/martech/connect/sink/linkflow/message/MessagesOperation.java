package io.martech.connect.sink.linkflow.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.linkflow.identity.Identity;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.SingleRequestOperation;
import io.martech.connect.sink.record.NullValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Writes contacts, events and orders as messages: {@code POST /open/messages} of "联系人和事件" and
 * {@code POST /open/messages/orders} of "创建/更新订单订单". Both return HTTP 200; the document shows no body and no error
 * codes. So the codes documented elsewhere for invalid parameters are regarded as a rejection of a message, and every
 * other one may be an outage.
 */
public final class MessagesOperation implements SingleRequestOperation<LinkflowMessage> {

    /** A required parameter is empty; a parameter is invalid; no such identity; no such type of identity. */
    private static final String[] FAULTY_MESSAGE = {"B00002", "B00010", "B01376", "B01403"};

    /** No such channel, as documented for QR codes and for tags. */
    private static final List<String> UNKNOWN_CHANNEL = List.of("B00022", "B00159");

    private static final Expectation ACCEPTED =
            Expectation.accepted().rejecting(FAULTY_MESSAGE).rejecting(UNKNOWN_CHANNEL.toArray(String[]::new));

    private final MessageMapping mapping;
    private final Channel channel;
    private final NullValues nullValues;

    public MessagesOperation(MessageMapping mapping, Channel channel, NullValues nullValues) {
        this.mapping = mapping;
        this.channel = channel;
        this.nullValues = nullValues;
    }

    @Override
    public Optional<Message<LinkflowMessage>> map(SinkRecord record) {
        if (nullValues.skip(record)) {
            return Optional.empty();
        }
        LinkflowMessage message = mapping.of(record);
        Set<Object> people = message.addressee().identities().stream()
                .map(Identity::conflictKey)
                .collect(Collectors.toSet());
        return Optional.of(new Message<>(message.addressee(), people, message));
    }

    @Override
    public ApiRequest request(List<LinkflowMessage> messages) {
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

    @Override
    public Optional<String> wrongSetting(PlatformException refusal) {
        boolean unknownChannel = refusal.code() != null && UNKNOWN_CHANNEL.contains(refusal.code());
        return unknownChannel && channel.isFixed()
                ? Optional.of("Linkflow does not know the channel of " + LinkflowMessagesOptions.CHANNEL_KEY
                        + ": correct it and restart the task. Nothing was lost. " + refusal.getMessage())
                : Optional.empty();
    }
}
