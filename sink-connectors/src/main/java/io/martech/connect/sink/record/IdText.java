package io.martech.connect.sink.record;

import java.math.BigDecimal;

/** A value that names something: a text, or a whole number, which is written without a fraction. */
public final class IdText {

    private IdText() {}

    /**
     * The name, or null.
     *
     * @throws UnsuitableValueException if the value can be no name
     */
    public static String of(Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Number number) {
            BigDecimal exact = Numbers.exact(number);
            if (Numbers.isWhole(exact)) {
                return exact.toBigInteger().toString();
            }
        }
        throw new UnsuitableValueException("must hold a text or a whole number");
    }
}
