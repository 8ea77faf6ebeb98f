package io.martech.connect.sandbox.linkflow.generated;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Rows that were there before anybody began to look. */
public final class History {

    private History() {}

    /** Inserts rows at equal distances over a span that ends now. @param insert from an epoch second to an id */
    public static List<Long> spread(int count, Duration span, InstantSource clock, LongUnaryOperator insert) {
        long end = clock.instant().getEpochSecond();
        List<Long> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(insert.applyAsLong(end - span.toSeconds() * (count - i) / count));
        }
        return ids;
    }
}
