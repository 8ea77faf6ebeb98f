package io.martech.connect.schema.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.schema.type.ExactNumbers;
import java.util.ArrayList;
import java.util.List;

/** Splits an order into rows of its lines, for a separate topic. */
public final class OrderLineRows {

    private OrderLineRows() {}

    /**
     * The lines of an order, in the order's sequence, each a row for {@link LinkflowSchemas#orderLine}: the line's own
     * fields and, as {@code salesOrderId}, the order's {@code id}. The order is not modified.
     *
     * <p>Elements that are not lines (not an object, or without a usable {@code id}) are left out: they are in the
     * {@code unmapped} of the order.
     */
    public static List<JsonNode> of(JsonNode order) {
        JsonNode lines = order.path(LinkflowEntities.LINES);
        List<JsonNode> rows = new ArrayList<>();
        if (lines.isArray()) {
            for (JsonNode line : lines) {
                if (line instanceof ObjectNode fields && ExactNumbers.longOf(line.path("id")) != null) {
                    ObjectNode row = fields.objectNode();
                    row.setAll(fields);
                    row.set(LinkflowEntities.ORDER_ID_OF_LINE, order.path("id"));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /**
     * The order with the ids of its lines as {@code lineIds}, for a topic of orders without their lines: whoever joins the
     * two topics finds there which lines an order has lost. An order that says nothing of lines is returned as it is.
     */
    public static JsonNode withLineIds(JsonNode order) {
        if (!(order instanceof ObjectNode fields)
                || !order.path(LinkflowEntities.LINES).isArray()) {
            return order;
        }
        ArrayNode ids = fields.arrayNode();
        of(order).forEach(line -> ids.add(line.get("id")));
        ObjectNode named = fields.objectNode();
        named.setAll(fields);
        named.set(LinkflowEntities.LINE_IDS, ids);
        return named;
    }
}
