package io.martech.connect.source.reader;

import io.martech.connect.client.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Up to where windows are closed, in the platform's zone, fixed for one cycle.
 *
 * @param now the platform's time, whole seconds
 * @param first the first pass reads before it
 * @param trailing the trailing pass reads before it
 */
public record Watermark(LocalDateTime now, LocalDateTime first, LocalDateTime trailing) {

    public static Watermark of(ServerClock clock, WindowSettings settings, int overlapSeconds) {
        LocalDateTime now = now(clock, settings);
        LocalDateTime first = floor(now.minus(settings.settleLag())).minusSeconds(overlapSeconds);
        return new Watermark(now, first, floor(first.minus(settings.lookBack())));
    }

    public static LocalDateTime now(ServerClock clock, WindowSettings settings) {
        Instant now = clock.now();
        return floor(LocalDateTime.ofInstant(now, settings.zone()));
    }

    public static long millisBetween(LocalDateTime earlier, LocalDateTime later) {
        return Duration.between(earlier, later).toMillis();
    }

    private static LocalDateTime floor(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
