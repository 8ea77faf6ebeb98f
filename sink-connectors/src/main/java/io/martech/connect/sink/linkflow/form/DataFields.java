package io.martech.connect.sink.linkflow.form;

import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/** Which fields of a record become data, and their names on the platform ({@code data.fields}). */
public final class DataFields {

    private final List<PathAndName> chosen;

    /** @param chosen the configured fields; empty for all fields of the value */
    public DataFields(List<PathAndName> chosen) {
        this.chosen = List.copyOf(chosen);
    }

    /** Returns the fields by name; drops some, unless the user selected them. */
    public Map<String, SchemaAndValue> of(SinkRecord record, Set<String> readingOnly) {
        return of(record, readingOnly, (name, value) -> false);
    }

    /**
     * The fields by their names on the platform, including nulls. An absent field is left out and is not null: a
     * record with only some fields must not clear the others.
     *
     * @param readingOnly names of fields that are always dropped, unless the user selected them
     * @param isReadingOnly which other fields are dropped, unless the user selected them
     * @throws RecordRejectedException if the value has no fields
     * @throws UnsuitableValueException naming the field, if a value contradicts its schema
     */
    public Map<String, SchemaAndValue> of(
            SinkRecord record, Set<String> readingOnly, BiPredicate<String, SchemaAndValue> isReadingOnly) {
        Fields all = Fields.ofValue(record);
        if (chosen.isEmpty()) {
            Map<String, SchemaAndValue> fields = all.byName(all.names().stream()
                    .filter(name -> !readingOnly.contains(name))
                    .toList());
            fields.entrySet().removeIf(field -> isReadingOnly.test(field.getKey(), field.getValue()));
            return fields;
        }
        Map<String, SchemaAndValue> fields = new LinkedHashMap<>();
        for (PathAndName pair : chosen) {
            try {
                pair.path().find(record).ifPresent(field -> fields.put(pair.name(), field));
            } catch (UnsuitableValueException unsuitable) {
                throw unsuitable.of(pair.path().toString());
            }
        }
        return fields;
    }
}
