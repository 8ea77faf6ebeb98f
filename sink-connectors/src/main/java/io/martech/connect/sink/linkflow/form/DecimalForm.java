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

    /** More digits are no amount that anybody means, and would cost quadratic time. */
    private static final int LONGEST_TEXT = 1_000;

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
            return text.isBlank() ? null : parse(text.strip());
        }
        throw new UnsuitableValueException("must hold a number");
    }

    private static BigDecimal parse(String text) {
        if (text.length() <= LONGEST_TEXT) {
            try {
                BigDecimal number = new BigDecimal(text);
                // 1e999999999 is short, but would be a billion digits when written out.
                if (Math.abs((long) number.scale()) <= LONGEST_TEXT) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Said below, in words for the user.
            }
        }
        throw new UnsuitableValueException("must hold a number, or a text that is one");
    }
}
