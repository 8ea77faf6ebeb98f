package io.martech.connect.sink.record;

import java.math.BigDecimal;
import java.util.Locale;

/** An identifier: a text, or an integer, which is written without a fraction. */
public final class IdText {

    private IdText() {}

    /**
     * The form in which ids are compared regardless of case and surrounding blanks, so that records with such ids stay in
     * order.
     */
    public static String folded(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The identifier, or null.
     *
     * @throws UnsuitableValueException if the value cannot be an identifier
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
