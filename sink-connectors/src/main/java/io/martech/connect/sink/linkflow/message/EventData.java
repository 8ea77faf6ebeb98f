package io.martech.connect.sink.linkflow.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sink.linkflow.form.DataFields;
import io.martech.connect.sink.linkflow.form.DocumentedData;
import io.martech.connect.sink.linkflow.form.WriteTables;
import io.martech.connect.sink.record.RecordText;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/** {@code event}/{@code track}: the event's name and time; all other fields are custom properties. */
public final class EventData implements MessageData {

    private static final String EVENT = "event";
    private static final String EVENT_DATE = "eventDate";

    private final DataFields fields;
    private final DocumentedData event;
    private final RecordText name;
    private final boolean timestampIsConfigured;

    /**
     * @param name {@code event.name} or {@code event.name.field}
     * @param timestampIsConfigured whether {@code timestamp.field} holds the time of the event; otherwise the record's
     *     field {@code eventDate} is used if present
     */
    public EventData(DataFields fields, WriteTables tables, RecordText name, boolean timestampIsConfigured) {
        this.fields = fields;
        this.event = tables.event();
        this.name = name;
        this.timestampIsConfigured = timestampIsConfigured;
    }

    @Override
    public ObjectNode of(SinkRecord record, long timestamp) {
        Map<String, SchemaAndValue> selected = fields.of(record, WriteTables.READING_ONLY_OF_EVENT);
        if (name.isFieldOfValue(EVENT)) {
            selected.remove(EVENT);
        }
        ObjectNode data = event.of(selected);
        data.put(EVENT, name.required(record));
        if (timestampIsConfigured || !data.hasNonNull(EVENT_DATE)) {
            data.put(EVENT_DATE, timestamp);
        }
        return data;
    }
}
