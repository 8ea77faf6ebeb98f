package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.martech.connect.sink.record.Numbers;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.math.BigDecimal;
import org.apache.kafka.connect.data.SchemaAndValue;

/** A JSON number with every digit, from a number or a text that is one. */
final class DecimalForm implements FieldForm {

    @Override
    public JsonNode of(SchemaAndValue field) {
        BigDecimal number = numberOf(field.value());
        return number == null ? NullNode.getInstance() : DecimalNode.valueOf(number);
    }

    /** The number, or null if the text is blank. */
    static BigDecimal numberOf(Object value) {
        if (value instanceof Number number) {
            return Numbers.exact(number);
        }
        if (value instanceof String text) {
            return text.isBlank() ? null : Numbers.parse(text.strip());
        }
        throw new UnsuitableValueException("must hold a number");
    }
}
