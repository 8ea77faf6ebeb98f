package io.martech.connect.schema.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * Exact numbers from JSON, from a number or from a text that holds one; never converted to {@code double}, never rounded.
 */
public final class ExactNumbers {

    /** A longer text is not a real number; parsing it would take quadratic time. */
    private static final int LONGEST_TEXT = 1_000;

    private ExactNumbers() {}

    /** The 64-bit integer that the JSON holds, or null if it holds anything else. */
    public static Long longOf(JsonNode json) {
        if (json.isIntegralNumber()) {
            return json.canConvertToLong() ? (Long) json.longValue() : null;
        }
        BigDecimal number = decimalOf(json);
        if (number == null) {
            return null;
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            return null;
        }
    }

    /** The 32-bit integer that the JSON holds, or null if it holds anything else. */
    public static Integer intOf(JsonNode json) {
        Long number = longOf(json);
        return number != null && number == number.intValue() ? (Integer) number.intValue() : null;
    }

    /**
     * The number that the JSON holds, or null if it holds none. A text is a number only in JSON's own notation:
     * {@code 007}, {@code +1} and {@code 1 } stay texts, since they could not be restored from the number.
     */
    public static BigDecimal decimalOf(JsonNode json) {
        if (json.isNumber()) {
            return isFinite(json) ? json.decimalValue() : null;
        }
        return json.isTextual() ? parse(json.textValue()) : null;
    }

    private static boolean isFinite(JsonNode number) {
        return !(number.isDouble() || number.isFloat()) || Double.isFinite(number.doubleValue());
    }

    private static BigDecimal parse(String text) {
        if (text.length() > LONGEST_TEXT || !isWrittenAsJsonNumber(text)) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException exponentTooLarge) {
            return null;
        }
    }

    private static boolean isWrittenAsJsonNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int at = afterDigits(text, start);
        if (at == start || (at > start + 1 && text.charAt(start) == '0')) {
            return false;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = at + 1;
            at = afterDigits(text, fraction);
            if (at == fraction) {
                return false;
            }
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
                exponent++;
            }
            at = afterDigits(text, exponent);
            if (at == exponent) {
                return false;
            }
        }
        return at == text.length();
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
