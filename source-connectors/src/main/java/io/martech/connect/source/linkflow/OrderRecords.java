package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.linkflow.LinkflowSchemas;
import io.martech.connect.schema.linkflow.OrderLineRows;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.source.engine.RowRecords;
import io.martech.connect.source.engine.SchemaRecords;
import java.util.ArrayList;
import java.util.List;

/** Converts an order to one record, with its lines nested in it, in records of their own, or both. */
final class OrderRecords implements RowRecords {

    /** Follows the prefix: the topic of lines in records of their own. */
    static final String LINES = "order-lines";

    private final OrderLines mode;
    private final SchemaRecords orders;
    private final SchemaRecords lines;

    OrderRecords(String topic, String lineTopic, OrderLines mode, Handling handling) {
        this.mode = mode;
        RowSchema order = LinkflowSchemas.order(handling, mode.areNested());
        this.orders = new SchemaRecords(topic, order);
        this.lines =
                mode.haveTheirOwnTopic() ? new SchemaRecords(lineTopic, LinkflowSchemas.orderLine(handling)) : null;
    }

    @Override
    public List<TopicRecord> of(JsonNode order) {
        if (lines == null) {
            return orders.of(order);
        }
        JsonNode head = mode.areNested() ? order : OrderLineRows.withLineIds(order);
        List<TopicRecord> records = new ArrayList<>(orders.of(head));
        for (JsonNode line : OrderLineRows.of(order)) {
            records.addAll(lines.of(line));
        }
        return records;
    }

    /**
     * The tombstone of the order itself. Its lines have none: the order's key does not contain their ids. A line that was
     * removed from an existing order has none either; the order's {@code lineIds} lack it.
     */
    @Override
    public List<TopicRecord> ofDeleted(JsonNode order) {
        return orders.ofDeleted(order);
    }
}
