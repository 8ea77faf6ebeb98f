package io.martech.connect.sink.record;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Truth as sources write it: a boolean, 1 and 0, or the texts true, false, 1 and 0, in any case. */
public final class TruthValue {

    private TruthValue() {}

    /** The truth value; empty for anything else, null and blank included. */
    public static Optional<Boolean> of(Object value) {
        if (value instanceof Boolean truth) {
            return Optional.of(truth);
        }
        if (value instanceof Number number) {
            BigDecimal exact = Numbers.exact(number);
            return exact.compareTo(BigDecimal.ONE) == 0
                    ? Optional.of(true)
                    : Optional.of(false).filter(no -> exact.signum() == 0);
        }
        return switch (value instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : "") {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
