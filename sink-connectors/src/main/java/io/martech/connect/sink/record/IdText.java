package io.martech.connect.sink.record;

import java.math.BigDecimal;
import java.util.Locale;

/** A value that names something: a text, or a whole number, which is written without a fraction. */
public final class IdText {

    private IdText() {}

    /** The form in which ids are equal that differ by case or surrounding blanks only: such records keep their order. */
    public static String folded(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }

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
        throw new UnsuitableValueException("must hold text or a whole number");
    }
}
