package io.martech.connect.sink.record;

import io.martech.connect.options.Validators;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The path of a field of a record: {@code mobilePhone}, {@code customer.phone} for a nested field, {@code key.id} for a
 * field of the record's key, {@code key} for a key that is a single value. A field whose own name contains dots is
 * matched by its whole name first.
 */
public final class FieldPath {

    private static final String KEY = "key";
    private static final String KEY_PREFIX = KEY + ".";

    private final String text;

    private FieldPath(String text) {
        this.text = text;
    }

    public static FieldPath of(String text) {
        return new FieldPath(text.strip());
    }

    /** Whether the text is a valid path: names separated by dots. */
    public static boolean isPath(String text) {
        return !text.isBlank() && text.equals(text.strip()) && !("." + text + ".").contains("..");
    }

    /** The validator of an option that holds a path. */
    public static Validator validator() {
        return Validators.of("a path such as customer.phone or key.id", (name, value) -> {
            if (!(value instanceof String path) || !isPath(path)) {
                throw new ConfigException(
                        name, value, "is no path; write names separated by dots, such as customer.phone or key.id");
            }
        });
    }

    /**
     * The field's value, normalised as in {@link Fields}; null if the field, or anything on the path to it, is absent.
     *
     * @throws UnsuitableValueException if the value contradicts its schema
     */
    public SchemaAndValue read(SinkRecord record) {
        return find(record).orElse(SchemaAndValue.NULL);
    }

    /** Whether the field is present, or cannot be because an enclosing object is null. */
    public boolean isIn(SinkRecord record) {
        return text.equals(KEY)
                || (text.startsWith(KEY_PREFIX)
                        ? isIn(
                                new SchemaAndValue(record.keySchema(), record.key()),
                                text.substring(KEY_PREFIX.length()))
                        : isIn(new SchemaAndValue(record.valueSchema(), record.value()), text));
    }

    /** The field, whose value may be null; empty if the field, or anything on the path to it, is absent. */
    public Optional<SchemaAndValue> find(SinkRecord record) {
        SchemaAndValue key = new SchemaAndValue(record.keySchema(), record.key());
        if (text.equals(KEY)) {
            return Optional.of(LogicalTypes.plain(key)).filter(found -> found.value() != null);
        }
        return text.startsWith(KEY_PREFIX)
                ? find(key, text.substring(KEY_PREFIX.length()))
                : find(new SchemaAndValue(record.valueSchema(), record.value()), text);
    }

    /** Whether the path is this field of the value itself. */
    public boolean isTopLevel(String name) {
        return text.equals(name);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isIn(SchemaAndValue object, String path) {
        if (object.value() == null) {
            return true;
        }
        int dot = path.indexOf('.');
        Optional<Fields> fields = Fields.of(object);
        return fields.flatMap(all -> all.find(path)).isPresent()
                || (dot >= 0
                        && fields.flatMap(all -> all.find(path.substring(0, dot)))
                                .filter(outer -> isIn(outer, path.substring(dot + 1)))
                                .isPresent());
    }

    private static Optional<SchemaAndValue> find(SchemaAndValue object, String path) {
        Optional<SchemaAndValue> whole = Fields.of(object).flatMap(fields -> fields.find(path));
        int dot = path.indexOf('.');
        if (dot < 0 || whole.filter(found -> found.value() != null).isPresent()) {
            return whole;
        }
        return Fields.of(object)
                .flatMap(fields -> fields.find(path.substring(0, dot)))
                .filter(outer -> outer.value() != null)
                .flatMap(outer -> find(outer, path.substring(dot + 1)))
                .or(() -> whole);
    }
}
