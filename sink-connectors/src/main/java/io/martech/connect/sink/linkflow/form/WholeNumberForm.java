package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.martech.connect.sink.record.Numbers;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.math.BigDecimal;
import org.apache.kafka.connect.data.SchemaAndValue;

/** A whole JSON number, from a number or a text that is one. */
final class WholeNumberForm implements FieldForm {

    @Override
    public JsonNode of(SchemaAndValue field) {
        BigDecimal number = DecimalForm.numberOf(field.value());
        if (number == null) {
            return NullNode.getInstance();
        }
        if (!Numbers.isWhole(number)) {
            throw new UnsuitableValueException("must hold a whole number");
        }
        return BigIntegerNode.valueOf(number.toBigIntegerExact());
    }
}
