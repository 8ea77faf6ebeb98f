package io.martech.connect.sink.linkflow.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sink.linkflow.form.DataFields;
import io.martech.connect.sink.linkflow.form.DocumentedData;
import io.martech.connect.sink.linkflow.form.WriteTables;
import io.martech.connect.sink.record.OwnDays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** {@code contact}/{@code set}: the fields of the contact object, and custom properties. */
public final class ContactData implements MessageData {

    private final DataFields fields;
    private final DocumentedData contact;

    public ContactData(DataFields fields, WriteTables tables) {
        this.fields = fields;
        this.contact = tables.contact();
    }

    @Override
    public ObjectNode of(SinkRecord record, long timestamp) {
        Map<String, SchemaAndValue> known =
                fields.of(record, WriteTables.READING_ONLY_OF_CONTACT, ContactData::isReadingOnly);
        known.computeIfPresent(WriteTables.BIRTHDAY, (name, day) -> OwnDays.read(record, day));
        return contact.of(known);
    }

    private static boolean isReadingOnly(String name, SchemaAndValue field) {
        return WriteTables.BESIDE_A_CONTACT.contains(name) && isAsItIsRead(field.value());
    }

    /** A different value under the same name is the user's own field, such as tags that are texts. */
    private static boolean isAsItIsRead(Object value) {
        return value == null
                || (value instanceof List<?> list
                        && list.stream().allMatch(element -> element instanceof Struct || element instanceof Map));
    }
}
