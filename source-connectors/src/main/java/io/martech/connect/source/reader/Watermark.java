package io.martech.connect.source.reader;

import io.martech.connect.client.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Up to when windows are closed, in the platform's zone, fixed for one cycle.
 *
 * @param now the platform's time, whole seconds
 * @param first the first pass reads before it
 * @param trailing the trailing pass reads before it
 */
public record Watermark(LocalDateTime now, LocalDateTime first, LocalDateTime trailing) {

    public static Watermark of(ServerClock clock, WindowSettings settings, int overlapSeconds) {
        return of(clock, settings, overlapSeconds, 0);
    }

    /** @param clockOffsetMillis by how many milliseconds the platform's clock is known to be ahead of its rows */
    public static Watermark of(ServerClock clock, WindowSettings settings, int overlapSeconds, long clockOffsetMillis) {
        LocalDateTime now = floor(local(clock.now().minusMillis(clockOffsetMillis), settings));
        LocalDateTime first = floor(now.minus(settings.settleLag())).minusSeconds(overlapSeconds);
        return new Watermark(now, first, floor(first.minus(settings.lookBack())));
    }

    public static LocalDateTime now(ServerClock clock, WindowSettings settings) {
        return floor(local(clock.now(), settings));
    }

    /** A stored time later than this cannot have been read. */
    public static LocalDateTime latestPossible(ServerClock clock, WindowSettings settings) {
        return local(clock.latestPossible(), settings);
    }

    private static LocalDateTime local(Instant time, WindowSettings settings) {
        return LocalDateTime.ofInstant(time, settings.zone());
    }

    public static long millisBetween(LocalDateTime earlier, LocalDateTime later) {
        return Duration.between(earlier, later).toMillis();
    }

    private static LocalDateTime floor(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
