package io.martech.connect.sink.record;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Booleans in the forms that sources use: a boolean, 1 and 0, or the texts true, false, 1 and 0, in any case. */
public final class TruthValue {

    private TruthValue() {}

    /** The boolean; empty for anything else, including null and blank. */
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
