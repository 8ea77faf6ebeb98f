package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.ExactNumbers;
import io.martech.connect.schema.type.Handling;
import java.math.BigDecimal;

/** Converts an exact decimal number to each of the three {@link Handling.Decimals}. */
final class DecimalFunctions {

    static final int SCALE = 6;
    static final int PRECISION = 38;

    private DecimalFunctions() {}

    /** The number at scale 6; null if it has more decimal places, or more than 38 digits. */
    static Object precise(JsonNode json) {
        BigDecimal number = ExactNumbers.decimalOf(json);
        if (number == null) {
            return null;
        }
        if (number.signum() == 0) {
            return BigDecimal.ZERO.setScale(SCALE);
        }
        BigDecimal shortest = number.scale() > SCALE ? number.stripTrailingZeros() : number;
        // Checked before the digits are expanded: 1e999999999 at scale 6 would not fit into memory.
        long digitsBeforePoint = (long) shortest.precision() - shortest.scale();
        return shortest.scale() <= SCALE && digitsBeforePoint <= PRECISION - SCALE ? shortest.setScale(SCALE) : null;
    }

    /** The number as text, with every digit that the platform sent. */
    static Object text(JsonNode json) {
        BigDecimal number = ExactNumbers.decimalOf(json);
        return number == null ? null : number.toString();
    }

    /** The nearest double; null if the number exceeds its range. */
    static Object rounded(JsonNode json) {
        BigDecimal number = ExactNumbers.decimalOf(json);
        if (number == null) {
            return null;
        }
        double rounded = number.doubleValue();
        return Double.isFinite(rounded) ? (Double) rounded : null;
    }
}
