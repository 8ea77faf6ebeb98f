package io.martech.connect.sink.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Exact numbers; a double has the value of its shortest decimal representation. Numbers of more than 1,000 digits are
 * rejected: {@code 1e999999999} is short, but has a billion digits when written out.
 */
public final class Numbers {

    private static final int MOST_DIGITS = 1_000;
    private static final double BITS_PER_DIGIT = 3.33;
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,1000}(\\.\\d{1,1000})?");

    private Numbers() {}

    /** @throws UnsuitableValueException for infinities, NaN, and numbers of more than 1,000 digits */
    public static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return bounded(decimal);
        }
        if (number instanceof BigInteger integer) {
            return bounded(new BigDecimal(integer));
        }
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new UnsuitableValueException("must hold a finite number");
            }
            return withoutPointZero(new BigDecimal(number.toString()));
        }
        return BigDecimal.valueOf(number.longValue());
    }

    /** @throws UnsuitableValueException if the text is not a number, or one of more than 1,000 digits */
    public static BigDecimal parse(String text) {
        if (text.length() <= MOST_DIGITS) {
            try {
                return bounded(new BigDecimal(text));
            } catch (NumberFormatException notANumber) {
                // Reported below, in the user's terms.
            }
        }
        throw new UnsuitableValueException("must hold a number, or a text that is one");
    }

    /** Whether the text is a number without an exponent. */
    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    /** Without an exponent, and without a fraction if that is zero. */
    public static String plainText(Number number) {
        BigDecimal exact = exact(number);
        return isWhole(exact) ? exact.toBigInteger().toString() : exact.toPlainString();
    }

    public static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** A JSON number with every digit. */
    public static JsonNode json(Number number) {
        BigDecimal exact = exact(number);
        if (number instanceof BigInteger integer) {
            return BigIntegerNode.valueOf(integer);
        }
        boolean isDecimal = number instanceof BigDecimal || number instanceof Double || number instanceof Float;
        return isDecimal ? DecimalNode.valueOf(exact) : LongNode.valueOf(number.longValue());
    }

    /**
     * Returns the number.
     *
     * @throws UnsuitableValueException if it has more than 1,000 digits when written out
     */
    static BigDecimal bounded(BigDecimal number) {
        // The bit length first: counting the digits of a long number is expensive.
        if (Math.abs((long) number.scale()) > MOST_DIGITS
                || number.unscaledValue().bitLength() > MOST_DIGITS * BITS_PER_DIGIT) {
            throw new UnsuitableValueException("must hold a number of at most " + MOST_DIGITS + " digits");
        }
        return number;
    }

    private static BigDecimal withoutPointZero(BigDecimal decimal) {
        return isWhole(decimal) ? decimal.setScale(0) : decimal;
    }
}
