package io.martech.connect.source.reader.daily;

import io.martech.connect.source.reader.PlatformClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The first day that can have rows, requested once a day: rows added to an account later may be older than all that
 * existed before.
 */
final class FirstDay {

    private static final Duration LONGEST_USE = Duration.ofDays(1);

    private final Supplier<LocalDate> request;
    private LocalDate day;
    private LocalDateTime toldAt;

    /** @param request requests it; null if there is none */
    FirstDay(Supplier<LocalDate> request) {
        this.request = request;
    }

    /**
     * The first day, if it is earlier than the known one. It never moves forward: what was read once stays in the range.
     *
     * @param known the first day so far, or null if unknown; then it is requested on every call
     */
    Optional<LocalDate> before(LocalDate known, PlatformClock clock) {
        boolean somethingIsKnown = known != null || day != null;
        if (!somethingIsKnown || clock.isOver(toldAt, LONGEST_USE)) {
            day = request.get();
            toldAt = clock.now();
        }
        return Optional.ofNullable(day).filter(first -> known == null || first.isBefore(known));
    }
}
