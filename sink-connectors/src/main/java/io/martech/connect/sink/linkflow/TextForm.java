package io.martech.connect.sink.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Date;
import org.apache.kafka.connect.data.SchemaAndValue;

/** A text; a number or a truth value is written as text, a time as the platform writes times. */
final class TextForm implements FieldForm {

    private final PlatformTime time;

    TextForm(PlatformTime time) {
        this.time = time;
    }

    @Override
    public JsonNode of(SchemaAndValue field) {
        return TextNode.valueOf(textOf(field));
    }

    private String textOf(SchemaAndValue field) {
        Object value = field.value();
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Boolean truth) {
            return truth.toString();
        }
        if (value instanceof Number number) {
            return Numbers.plainText(number);
        }
        if (value instanceof Date) {
            return time.localText(field);
        }
        throw new UnsuitableValueException("must hold a text");
    }
}
