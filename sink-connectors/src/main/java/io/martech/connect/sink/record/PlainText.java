package io.martech.connect.sink.record;

import java.time.temporal.Temporal;
import java.util.Optional;
import org.apache.kafka.connect.data.SchemaAndValue;

/** The text of a single value: numbers with all digits, times in the platforms' format. */
public final class PlainText {

    private PlainText() {}

    /** The text; empty if the value is null, a list or an object. */
    public static Optional<String> of(SchemaAndValue field, PlatformTime time) {
        Object value = field.value();
        if (value instanceof String text) {
            return Optional.of(text);
        }
        if (value instanceof Boolean truth) {
            return Optional.of(truth.toString());
        }
        if (value instanceof Number number) {
            return Optional.of(Numbers.plainText(number));
        }
        return value instanceof Temporal ? Optional.of(time.localText(field)) : Optional.empty();
    }
}
