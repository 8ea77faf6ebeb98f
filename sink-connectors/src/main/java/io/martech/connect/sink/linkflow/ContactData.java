package io.martech.connect.sink.linkflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.connect.sink.SinkRecord;

/** {@code contact}/{@code set}: the fields of the contact object, and custom properties. */
final class ContactData implements MessageData {

    private final DataFields fields;
    private final DocumentedData contact;

    ContactData(DataFields fields, WriteTables tables) {
        this.fields = fields;
        this.contact = tables.contact();
    }

    @Override
    public ObjectNode of(SinkRecord record, long timestamp) {
        return contact.of(fields.of(record, WriteTables.READING_ONLY_OF_CONTACT));
    }
}
