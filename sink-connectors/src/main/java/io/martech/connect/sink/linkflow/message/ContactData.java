package io.martech.connect.sink.linkflow.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sink.linkflow.form.DataFields;
import io.martech.connect.sink.linkflow.form.DocumentedData;
import io.martech.connect.sink.linkflow.form.WriteTables;
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
        return contact.of(fields.of(record, ContactData::isReadingOnly));
    }

    private static boolean isReadingOnly(String name, SchemaAndValue field) {
        return WriteTables.READING_ONLY_OF_CONTACT.contains(name)
                || (WriteTables.BESIDE_A_CONTACT.contains(name) && isAsItIsRead(field.value()));
    }

    /** Anything else under the same name is the user's own, such as tags that are texts. */
    private static boolean isAsItIsRead(Object value) {
        return value == null
                || (value instanceof List<?> list
                        && list.stream().allMatch(element -> element instanceof Struct || element instanceof Map));
    }
}
