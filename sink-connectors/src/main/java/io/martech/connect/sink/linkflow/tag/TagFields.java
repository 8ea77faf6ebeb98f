package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.operation.RecordSkippedException;
import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/** Which fields of a record are tags ({@code tag.fields}), and the changes that they make. */
public final class TagFields {

    private static final String PREFIX = "tag_";

    private final List<PathAndName> chosen;
    private final boolean nullDeletes;
    private final TagText text;

    /**
     * @param chosen the configured fields; empty for every field of the value whose name starts with {@code tag_}
     * @param nullDeletes {@code behavior.on.null.tags}: whether a null or blank field deletes the contact's value
     */
    public TagFields(List<PathAndName> chosen, boolean nullDeletes, TagText text) {
        this.chosen = List.copyOf(chosen);
        this.nullDeletes = nullDeletes;
        this.text = text;
    }

    /**
     * The changes; empty if no field is a tag. An absent field, such as a missing key of a Map, changes nothing.
     *
     * @throws RecordRejectedException if the value has no fields, or one holds a value that no tag can hold
     */
    List<TagChange> of(SinkRecord record) {
        Fields all = Fields.ofValue(record);
        List<TagChange> changes = new ArrayList<>();
        if (chosen.isEmpty()) {
            all.names().stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .forEach(name -> change(name, name, () -> all.find(name)).ifPresent(changes::add));
        } else {
            chosen.forEach(pair -> change(pair.path().toString(), pair.name(), () -> pair.path()
                            .find(record))
                    .ifPresent(changes::add));
        }
        return changes;
    }

    /**
     * @throws RecordSkippedException if none of the fields is present, not even as null: then the configuration may be
     *     wrong
     */
    void requireAnyIn(SinkRecord record) {
        boolean hasAny = chosen.isEmpty()
                ? Fields.ofValue(record).names().stream().anyMatch(name -> name.startsWith(PREFIX))
                : chosen.stream().anyMatch(pair -> pair.path().isIn(record));
        if (!hasAny) {
            throw new RecordSkippedException(
                    chosen.isEmpty()
                            ? "It has no field whose name starts with " + PREFIX + ", and " + TagOptions.TAG_FIELDS
                                    + " names no others."
                            : "It has none of the fields that " + TagOptions.TAG_FIELDS + " names.");
        }
    }

    private Optional<TagChange> change(String field, String tagKey, Supplier<Optional<SchemaAndValue>> reader) {
        try {
            return reader.get().flatMap(value -> change(field, tagKey, value));
        } catch (UnsuitableValueException unsuitable) {
            throw new RecordRejectedException(
                    "field " + field, unsuitable.of(field).getMessage());
        }
    }

    private Optional<TagChange> change(String field, String tagKey, SchemaAndValue value) {
        if (TagText.isNothing(value)) {
            return nullDeletes ? Optional.of(new TagChange(field, tagKey, value, true)) : Optional.empty();
        }
        text.of(value);
        return Optional.of(new TagChange(field, tagKey, value, false));
    }
}
