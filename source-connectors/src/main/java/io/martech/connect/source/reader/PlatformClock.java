package io.martech.connect.source.reader;

import io.martech.connect.client.ServerClock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Trusted time as the platform writes it: local and in whole seconds. Times that were stored by it are checked when they are
 * used: a wrong clock, or a person, may have stored one that lies ahead, and nothing was read then.
 */
public record PlatformClock(ServerClock clock, ZoneOffset zone) {

    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.now(), zone).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The stored time, or null if there is none or it lies ahead. */
    public LocalDateTime ifReached(LocalDateTime storedOrNull) {
        return liesAhead(storedOrNull) ? null : storedOrNull;
    }

    public boolean liesAhead(LocalDateTime storedOrNull) {
        return storedOrNull != null && storedOrNull.isAfter(LocalDateTime.ofInstant(clock.latestPossible(), zone));
    }

    /** Whether an interval that began at a stored time is over; also if the time is null or lies ahead. */
    public boolean isOver(LocalDateTime storedOrNull, Duration interval) {
        LocalDateTime begun = ifReached(storedOrNull);
        return begun == null || !begun.plus(interval).isAfter(now());
    }
}
