package io.martech.connect.sink.linkflow;

import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Names a field of a record: {@code mobilePhone}, {@code customer.phone} for a field inside a field, {@code key.id} for a
 * field of the record's key, {@code key} for a key that is a single value. A field whose own name has dots is found by its
 * whole name first.
 */
final class FieldPath {

    private static final String KEY = "key";
    private static final String KEY_PREFIX = KEY + ".";

    private final String text;

    private FieldPath(String text) {
        this.text = text;
    }

    static FieldPath of(String text) {
        return new FieldPath(text.strip());
    }

    /** The field's value, null if the field, or anything on the way to it, is not there. */
    SchemaAndValue read(SinkRecord record) {
        SchemaAndValue key = new SchemaAndValue(record.keySchema(), record.key());
        if (text.equals(KEY)) {
            return key;
        }
        return text.startsWith(KEY_PREFIX)
                ? read(key, text.substring(KEY_PREFIX.length()))
                : read(new SchemaAndValue(record.valueSchema(), record.value()), text);
    }

    /** Whether it names this field of the value itself. */
    boolean isTopLevel(String name) {
        return text.equals(name);
    }

    @Override
    public String toString() {
        return text;
    }

    private static SchemaAndValue read(SchemaAndValue object, String path) {
        SchemaAndValue whole = Fields.get(object, path);
        int dot = path.indexOf('.');
        if (whole.value() != null || dot < 0) {
            return whole;
        }
        SchemaAndValue outer = Fields.get(object, path.substring(0, dot));
        return outer.value() == null ? SchemaAndValue.NULL : read(outer, path.substring(dot + 1));
    }
}
