package io.martech.connect.sandbox.linkflow.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.linkflow.contact.ContactWriter;
import io.martech.connect.sandbox.linkflow.generated.Channels;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import io.martech.connect.sandbox.linkflow.order.OrderWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Applies requests of messages: the whole request or, if anything in it is refused, nothing of it. One request at a time, so that
 * there is one order of application.
 */
public final class Messages {

    private static final Set<String> CHANNEL_TYPES = Set.of("UDC", "TTMP", "WECHAT_WXA");
    private static final Set<String> CHANNEL_TYPES_OF_ORDERS = Set.of("UDC", "YOUZAN", "YOUZANSELF");

    private final Channels channels;
    private final ContactWriter contacts;
    private final OrderWriter orders;
    private final LinkflowQuirks quirks;
    private final MessageLog log;

    public Messages(
            Channels channels, ContactWriter contacts, OrderWriter orders, LinkflowQuirks quirks, MessageLog log) {
        this.channels = channels;
        this.contacts = contacts;
        this.orders = orders;
        this.quirks = quirks;
        this.log = log;
    }

    /**
     * Applies a request.
     *
     * @param onlyOrders whether it came to the endpoint that takes orders only
     * @param receivedAt by the platform's clock
     * @throws ApiRefusal if it is refused; it then has no effect
     */
    public synchronized void apply(String path, boolean onlyOrders, MessageRequest request, Instant receivedAt) {
        if (request.messages().size() > quirks.largestMessageBatch.get()) {
            throw Refusals.of(400, "B00031", "列表超过最大数量");
        }
        Channels.Channel channel = channelOf(request);
        Set<String> ordersToCreate = new HashSet<>();
        for (MessageRequest.Message message : request.messages()) {
            check(message, channel, onlyOrders, ordersToCreate);
        }
        for (MessageRequest.Message message : request.messages()) {
            if (log.isNew(message.id()) || !quirks.duplicatesRemoved.get()) {
                long contactId = apply(message, channel, request.identities());
                log.add(new ReceivedMessage(
                        log.size(),
                        path,
                        request.requestId(),
                        message.id(),
                        request.channelKey(),
                        request.channelType(),
                        request.identities(),
                        message.domain(),
                        message.action(),
                        message.ts(),
                        message.data(),
                        contactId,
                        receivedAt));
            }
        }
    }

    private Channels.Channel channelOf(MessageRequest request) {
        Channels.Channel channel = channels.find(request.channelKey());
        if (channel == null) {
            throw Refusals.of(500, "B00022", "渠道不存在");
        }
        if (!channel.type().equals(request.channelType())) {
            throw Refusals.illegalParameter("channelType [" + request.channelType() + "]");
        }
        return channel;
    }

    private void check(
            MessageRequest.Message message, Channels.Channel channel, boolean onlyOrders, Set<String> ordersToCreate) {
        boolean isOrder = isOrder(message);
        boolean isKnown = isOrder
                || message.domain().equals("contact")
                || message.domain().equals("event");
        if (!isKnown || (onlyOrders && !isOrder)) {
            throw Refusals.illegalParameter("domain [" + message.domain() + "]");
        }
        String action = message.domain().equals("event") ? "track" : "set";
        if (!message.action().equals(action)) {
            throw Refusals.illegalParameter("action [" + message.action() + "]");
        }
        if (!(isOrder ? CHANNEL_TYPES_OF_ORDERS : CHANNEL_TYPES).contains(channel.type())) {
            throw Refusals.illegalParameter("channelType [" + channel.type() + "]");
        }
        checkMark(quirks.refusalMarker.get(), message.data());
        if (isOrder) {
            orders.check(channel, message.data(), ordersToCreate);
        } else if (message.domain().equals("contact")) {
            contacts.check(message.data());
        } else {
            checkEvent(message.data());
        }
    }

    private static void checkEvent(JsonNode data) {
        if (data.path("event").asText().isBlank()) {
            throw Refusals.missingParameter("event");
        }
        JsonNode date = data.path("eventDate");
        if (!date.isMissingNode() && !date.isNull() && !date.isIntegralNumber()) {
            throw Refusals.illegalParameter("eventDate [" + date + "]");
        }
        for (String name : List.of("utm", "props")) {
            if (data.hasNonNull(name) && !data.get(name).isObject()) {
                throw Refusals.illegalParameter(name);
            }
        }
    }

    private long apply(MessageRequest.Message message, Channels.Channel channel, List<Identity> identities) {
        if (message.domain().equals("contact")) {
            return contacts.set(identities, message.data());
        }
        long contactId = contacts.findOrCreate(identities);
        if (isOrder(message)) {
            orders.set(channel, contactId, message.data());
        }
        return contactId;
    }

    private boolean isOrder(MessageRequest.Message message) {
        return quirks.orderDomains.get().contains(message.domain());
    }

    /** Looks for the mark in the data, in its {@code props}, and in the lines of an order. @throws ApiRefusal if found */
    private static void checkMark(String field, JsonNode data) {
        refuseIfMarked(data.path(field));
        refuseIfMarked(data.path("props").path(field));
        for (JsonNode line : data.path("lines")) {
            checkMark(field, line);
        }
    }

    private static void refuseIfMarked(JsonNode mark) {
        if (mark.isMissingNode()
                || mark.isNull()
                || mark.equals(JsonText.nodes().booleanNode(false))) {
            return;
        }
        String code = mark.asText().startsWith("B") ? mark.asText() : "B00010";
        throw Refusals.of(500, code, "参数不合法: " + mark);
    }
}
