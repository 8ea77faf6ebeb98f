package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.sink.record.PlainText;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Time;

/** How tag values are written: always as texts, lists joined by commas. */
public final class TagText {

    private static final String DATETIME = "datetime";

    private final PlatformTime time;

    public TagText(PlatformTime time) {
        this.time = time;
    }

    /** Whether there is nothing in it that could be set: null, a blank text, an empty list, a list of these. */
    static boolean isNothing(Object value) {
        return value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof Collection<?> elements && elements.stream().allMatch(TagText::isNothing));
    }

    /** The platform's data type that suits a value which is not nothing. */
    static String dataTypeOf(SchemaAndValue field) {
        Object value = field.value();
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Number) {
            return "number";
        }
        if (value instanceof Date) {
            return isTimeOfDay(field.schema()) ? "text" : DATETIME;
        }
        return value instanceof Collection ? "array" : "text";
    }

    /**
     * The value in the form that suits it, whatever its tag is.
     *
     * @throws UnsuitableValueException if tags cannot hold such values
     */
    String of(SchemaAndValue field) {
        return field.value() instanceof Collection<?> elements
                ? joined(field.schema(), elements)
                : single(field, "must hold a text, a number, a truth value, a time, or a list of these");
    }

    /**
     * The value in the form of a tag's data type: a number or a text that is meant as a time becomes one.
     *
     * @throws UnsuitableValueException if that data type cannot hold it
     */
    String of(SchemaAndValue field, String dataType) {
        boolean mustBecomeTime = dataType.equals(DATETIME) && !(field.value() instanceof Date);
        if (!mustBecomeTime) {
            return of(field);
        }
        Instant instant = time.instantOf(field);
        return time.localText(instant);
    }

    private String joined(Schema schema, Collection<?> elements) {
        Schema elementSchema = schema == null ? null : schema.valueSchema();
        return elements.stream()
                .filter(element -> !isNothing(element))
                .map(element -> element(new SchemaAndValue(elementSchema, element)))
                .collect(Collectors.joining(","));
    }

    private String element(SchemaAndValue element) {
        String text = single(element, "must hold a list of texts, numbers, truth values or times");
        if (text.indexOf(',') >= 0) {
            throw new UnsuitableValueException(
                    "must hold a list without commas in its elements, since Linkflow separates values by commas");
        }
        return text;
    }

    private String single(SchemaAndValue field, String expectation) {
        return PlainText.of(field, time).orElseThrow(() -> new UnsuitableValueException(expectation));
    }

    private static boolean isTimeOfDay(Schema schema) {
        return schema != null && Time.LOGICAL_NAME.equals(schema.name());
    }
}
