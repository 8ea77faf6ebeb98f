package io.martech.connect.sink.record;

import io.martech.connect.sink.operation.RecordRejectedException;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/** A text that is the same for all records, or that is read from each record. */
public final class RecordText {

    private final String fixed;
    private final FieldPath path;
    private final String configurationKey;

    private RecordText(String fixed, FieldPath path, String configurationKey) {
        this.fixed = fixed;
        this.path = path;
        this.configurationKey = configurationKey;
    }

    /** The same text for all records; null for none. */
    public static RecordText fixed(String text, String configurationKey) {
        return new RecordText(text, null, configurationKey);
    }

    /** The text that each record holds at this path. */
    public static RecordText in(FieldPath path, String configurationKey) {
        return new RecordText(null, path, configurationKey);
    }

    /**
     * The text, if there is one that is not blank.
     *
     * @throws RecordRejectedException if the field's value is not an identifier
     */
    public Optional<String> of(SinkRecord record) {
        if (path == null) {
            return Optional.ofNullable(fixed);
        }
        try {
            return Optional.ofNullable(IdText.of(path.read(record).value()))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        } catch (UnsuitableValueException unsuitable) {
            throw new RecordRejectedException(
                    configurationKey, unsuitable.of(path.toString()).getMessage() + " " + role());
        }
    }

    /** @throws RecordRejectedException if there is no text */
    public String required(SinkRecord record) {
        return of(record)
                .orElseThrow(() -> new RecordRejectedException(
                        configurationKey,
                        path == null
                                ? "The record needs " + configurationKey + ", which is not set."
                                : "The field " + path + " is empty. " + role()));
    }

    /** Whether the text is read from this field of each record's value. */
    public boolean isFieldOfValue(String name) {
        return path != null && path.isTopLevel(name);
    }

    public boolean isFixed() {
        return path == null;
    }

    public String configurationKey() {
        return configurationKey;
    }

    private String role() {
        return "It is named by " + configurationKey + ".";
    }
}
