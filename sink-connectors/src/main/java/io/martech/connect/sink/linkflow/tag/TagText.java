package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.PlainText;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.TruthValue;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.SchemaAndValue;

/** The text form of tag values; lists are joined by commas. */
public final class TagText {

    private static final String BOOLEAN = "boolean";
    private static final String DATETIME = "datetime";

    private final PlatformTime time;

    public TagText(PlatformTime time) {
        this.time = time;
    }

    /** Whether the field holds nothing to set: null, a blank text, an empty list, or a list of these. */
    static boolean isNothing(SchemaAndValue field) {
        return field.value() == null
                || (field.value() instanceof String text && text.isBlank())
                || Fields.elementsOf(field)
                        .filter(elements -> elements.stream().allMatch(TagText::isNothing))
                        .isPresent();
    }

    /** The platform's data type for a value that is not empty. */
    static String dataTypeOf(SchemaAndValue field) {
        Object value = field.value();
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        if (value instanceof Number) {
            return "number";
        }
        if (value instanceof Temporal) {
            return DATETIME;
        }
        return Fields.elementsOf(field).isPresent() ? "array" : "text";
    }

    /**
     * The value in the form of its own type, regardless of its tag.
     *
     * @throws UnsuitableValueException if tags cannot hold such values
     */
    String of(SchemaAndValue field) {
        return Fields.elementsOf(field)
                .map(this::joined)
                .orElseGet(() -> single(field, "must hold text, a number, a boolean, a time, or a list of these"));
    }

    /**
     * The value in the form of a tag's data type: a number or a text that represents a time becomes a time, 1 and 0
     * become booleans.
     *
     * @throws UnsuitableValueException if that data type cannot represent it
     */
    String of(SchemaAndValue field, String dataType) {
        if (dataType.equals(DATETIME)) {
            Instant instant = time.instantOf(field);
            return time.localText(instant);
        }
        Optional<Boolean> truth = dataType.equals(BOOLEAN) ? TruthValue.of(field.value()) : Optional.empty();
        return truth.map(String::valueOf).orElseGet(() -> of(field));
    }

    private String joined(List<SchemaAndValue> elements) {
        return elements.stream()
                .filter(element -> !isNothing(element))
                .map(this::element)
                .collect(Collectors.joining(","));
    }

    private String element(SchemaAndValue element) {
        String text = single(element, "must hold a list of texts, numbers, booleans or times");
        if (text.indexOf(',') >= 0) {
            throw new UnsuitableValueException(
                    "must hold a list whose elements contain no commas, since Linkflow separates values by"
                            + " commas");
        }
        return text;
    }

    private String single(SchemaAndValue field, String expectation) {
        return PlainText.of(field, time).orElseThrow(() -> new UnsuitableValueException(expectation));
    }
}
