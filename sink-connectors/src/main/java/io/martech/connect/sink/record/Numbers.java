package io.martech.connect.sink.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers digit by digit; a double counts as the shortest decimal number that it prints as. */
public final class Numbers {

    private Numbers() {}

    /** @throws UnsuitableValueException for infinities and for what is no number */
    public static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new UnsuitableValueException("must hold a finite number");
            }
            return withoutPointZero(new BigDecimal(number.toString()));
        }
        return BigDecimal.valueOf(number.longValue());
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
        if (number instanceof BigInteger integer) {
            return BigIntegerNode.valueOf(integer);
        }
        boolean isDecimal = number instanceof BigDecimal || number instanceof Double || number instanceof Float;
        return isDecimal ? DecimalNode.valueOf(exact(number)) : LongNode.valueOf(number.longValue());
    }

    private static BigDecimal withoutPointZero(BigDecimal decimal) {
        return isWhole(decimal) ? decimal.setScale(0) : decimal;
    }
}
