package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.client.Json;
import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.Numbers;
import io.martech.connect.sink.record.PlainText;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.connect.data.SchemaAndValue;

/**
 * The forms of documented fields. Each throws {@link UnsuitableValueException} for values that it cannot represent;
 * blank text is null.
 */
final class Forms {

    private Forms() {}

    /** A text; a number or a boolean is written as text, a time in the platform's format. */
    static FieldForm text(PlatformTime time) {
        return field -> TextNode.valueOf(
                PlainText.of(field, time).orElseThrow(() -> new UnsuitableValueException("must hold a text")));
    }

    /** {@code yyyy-MM-dd HH:mm:ss} at the platform's offset. */
    static FieldForm time(PlatformTime time) {
        return field -> orNull(time.instantOf(field), instant -> TextNode.valueOf(time.localText(instant)));
    }

    /** A birthday: a day, not an instant, written {@code 1991-11-11 00:00:00}, the only documented form. */
    static FieldForm day(PlatformTime time) {
        return field -> orNull(time.dayOf(field), (LocalDate day) -> TextNode.valueOf(time.localText(day)));
    }

    /** Milliseconds since 1970, such as an event's {@code eventDate}. */
    static FieldForm epochMilliseconds(PlatformTime time) {
        return field -> orNull(time.instantOf(field), (Instant instant) -> LongNode.valueOf(instant.toEpochMilli()));
    }

    /** A JSON number with every digit, from a number or from a text that holds one. */
    static FieldForm decimal() {
        return field -> orNull(numberOf(field.value()), DecimalNode::valueOf);
    }

    /** A JSON integer, from a number or from a text that holds one. */
    static FieldForm wholeNumber() {
        return field -> orNull(numberOf(field.value()), number -> {
            if (!Numbers.isWhole(number)) {
                throw new UnsuitableValueException("must hold a whole number");
            }
            return BigIntegerNode.valueOf(number.toBigIntegerExact());
        });
    }

    /** The field {@code utm}: an object of texts. */
    static FieldForm utm(PropertyForm properties) {
        return field -> Fields.of(field)
                .map(object -> properties.of(field))
                .orElseThrow(() -> new UnsuitableValueException(
                        "must hold a Map or a Struct with source, campaign, medium, content and term"));
    }

    /** The field {@code props}, which already holds custom properties: a Struct, a Map, or the text of a JSON object. */
    static FieldForm props(PropertyForm properties) {
        return field -> {
            JsonNode props = field.value() instanceof String text
                    ? orNull(text.isBlank() ? null : text, properties::json)
                    : properties.of(field);
            if (!props.isObject() && !props.isNull()) {
                throw new UnsuitableValueException("must hold a Map, a Struct, or the text of a JSON object");
            }
            return props;
        };
    }

    /**
     * The field {@code lines} of an order: a list of lines, each in its own documented form.
     *
     * @param readingOnly fields of a line that cannot be written; they are dropped
     */
    static FieldForm lines(DocumentedData line, Set<String> readingOnly) {
        return field -> {
            ArrayNode lines = Json.array();
            Fields.elementsOf(field)
                    .orElseThrow(() -> new UnsuitableValueException("must hold a list of lines"))
                    .forEach(element -> lines.add(line.of(fieldsOfLine(element, readingOnly))));
            return lines;
        };
    }

    private static Map<String, SchemaAndValue> fieldsOfLine(SchemaAndValue line, Set<String> readingOnly) {
        Fields fields =
                Fields.of(line).orElseThrow(() -> new UnsuitableValueException("must hold a list of Maps or Structs"));
        return fields.byName(fields.names().stream()
                .filter(name -> !readingOnly.contains(name))
                .toList());
    }

    /** Null if the text is blank. */
    private static BigDecimal numberOf(Object value) {
        if (value instanceof Number number) {
            return Numbers.exact(number);
        }
        if (value instanceof String text) {
            return text.isBlank() ? null : Numbers.parse(text.strip());
        }
        throw new UnsuitableValueException("must hold a number");
    }

    private static <T> JsonNode orNull(T value, Function<T, JsonNode> form) {
        return Optional.ofNullable(value).map(form).orElse(NullNode.getInstance());
    }
}
