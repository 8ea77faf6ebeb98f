package io.martech.connect.sandbox.linkflow.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.linkflow.generated.Channels;
import io.martech.connect.sandbox.linkflow.generated.GeneratedOrder;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import io.martech.connect.sandbox.linkflow.model.Row;
import io.martech.connect.sandbox.linkflow.model.StoredContent;
import io.martech.connect.sandbox.linkflow.model.Table;
import io.martech.connect.sandbox.linkflow.model.WriteFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Applies order data: creates the order with that number in the channel, or updates it; lines one by one. */
public final class OrderWriter {

    private static final List<String> REQUIRED_TO_CREATE = List.of("saleChannel", "orderStatus", "orderDate");

    private final Table orders;
    private final LinkflowQuirks quirks;
    private final Consumer<String> ignored;
    private final Map<String, Long> idsByNumber = new HashMap<>();

    public OrderWriter(Table orders, LinkflowQuirks quirks, Consumer<String> ignored) {
        this.orders = orders;
        this.quirks = quirks;
        this.ignored = ignored;
    }

    /**
     * Refuses data that could not be applied.
     *
     * @param earlier numbers of orders that the same request creates before; this one is added
     */
    public void check(Channels.Channel channel, JsonNode data, Set<String> earlier) {
        String number = required(data, "orderId");
        boolean exists = find(channel, number) != null || earlier.contains(number);
        if (!exists) {
            REQUIRED_TO_CREATE.forEach(name -> required(data, name));
            earlier.add(number);
        }
        WriteFields.ORDER.check(data, quirks.time());
        JsonNode lines = data.path("lines");
        if (!lines.isMissingNode() && !lines.isNull() && !lines.isArray()) {
            throw Refusals.illegalParameter("lines");
        }
        for (JsonNode line : lines) {
            required(line, "lineId");
            WriteFields.ORDER_LINE.check(line, quirks.time());
        }
    }

    /** Sets the fields given, of an order that {@link #check} has let through. */
    public void set(Channels.Channel channel, long contactId, JsonNode data) {
        String number = required(data, "orderId");
        Long known = find(channel, number);
        if (known == null) {
            ObjectNode order = JsonText.object();
            order.putObject("props");
            order.put("tenantId", GeneratedOrder.TENANT);
            order.put("channelId", channel.id());
            order.put("contactId", contactId);
            order.putArray("lines");
            idsByNumber.put(key(channel, number), orders.insert(new StoredContent(merged(order, data)), false));
        } else {
            orders.update(known, quirks.time(), order -> merged(order, data));
        }
    }

    private ObjectNode merged(ObjectNode order, JsonNode data) {
        WriteFields.ORDER.merge(data, order, quirks.time(), name -> noteIgnored(name, "lines"));
        order.set("orderOuterStatus", order.path("orderStatus"));
        ArrayNode lines = order.withArrayProperty("lines");
        for (JsonNode line : data.path("lines")) {
            ObjectNode target = lineOf(order, lines, line.get("lineId").asText());
            WriteFields.ORDER_LINE.merge(line, target, quirks.time(), this::noteIgnoredOfLine);
        }
        return order;
    }

    private ObjectNode lineOf(ObjectNode order, ArrayNode lines, String lineId) {
        String now = quirks.time().format(Math.floorDiv(orders.now(), 1000L));
        for (JsonNode line : lines) {
            if (line.path("lineId").asText().equals(lineId)) {
                ObjectNode existing = (ObjectNode) line;
                existing.put("lastUpdated", now);
                existing.put("ver", existing.path("ver").asInt() + 1);
                return existing;
            }
        }
        ObjectNode created = lines.addObject();
        created.put("dateCreated", now).put("lastUpdated", now).put("ver", 1).put("id", orders.takeIds(1));
        created.putObject("props");
        for (String shared : List.of("tenantId", "orderId", "saleChannel", "channelId", "contactId", "orderDate")) {
            created.set(shared, order.path(shared));
        }
        return created;
    }

    private Long find(Channels.Channel channel, String number) {
        Long written = idsByNumber.get(key(channel, number));
        return written != null || channel.id() != GeneratedOrder.CHANNEL ? written : generated(number);
    }

    /** A generated order's number holds its id. */
    private Long generated(String number) {
        if (!number.matches("E\\d{1,18}")) {
            return null;
        }
        long id = Long.parseLong(number.substring(1));
        return orders.newest(id).map(Row::id).orElse(null);
    }

    private void noteIgnored(String field, String handledElsewhere) {
        if (!field.equals(handledElsewhere)) {
            ignored.accept(field);
        }
    }

    private void noteIgnoredOfLine(String field) {
        ignored.accept("lines." + field);
    }

    private static String key(Channels.Channel channel, String number) {
        return channel.id() + "/" + number;
    }

    private static String required(JsonNode data, String name) {
        JsonNode value = data.path(name);
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            throw Refusals.missingParameter(name);
        }
        return value.asText();
    }
}
