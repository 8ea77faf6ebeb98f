package io.martech.connect.sink.linkflow.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sink.linkflow.form.DataFields;
import io.martech.connect.sink.linkflow.form.DocumentedData;
import io.martech.connect.sink.linkflow.form.WriteTables;
import org.apache.kafka.connect.sink.SinkRecord;

/** {@code salesOrder}/{@code set}: the fields of an order's head, its lines, and custom properties of both. */
public final class OrderData implements MessageData {

    private final DataFields fields;
    private final DocumentedData order;

    public OrderData(DataFields fields, WriteTables tables) {
        this.fields = fields;
        this.order = tables.order();
    }

    @Override
    public ObjectNode of(SinkRecord record, long timestamp) {
        return order.of(fields.of(record, WriteTables.READING_ONLY));
    }
}
