package io.martech.connect.source.reader;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** A half-open interval of whole seconds of the platform's clock, {@code [start, end)}. */
public record Window(LocalDateTime start, LocalDateTime end) {

    public Window {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A window needs at least one second, but was " + start + " to " + end);
        }
    }

    public static Window ofSeconds(LocalDateTime start, long seconds) {
        return new Window(start, start.plusSeconds(seconds));
    }

    public long seconds() {
        return ChronoUnit.SECONDS.between(start, end);
    }

    public boolean isOneSecond() {
        return seconds() == 1;
    }

    /** The first half, of at least one second. */
    public Window firstHalf() {
        return ofSeconds(start, Math.max(1, seconds() / 2));
    }

    /** The rest after the first half, for a window of two seconds or more. */
    public Window secondHalf() {
        return new Window(firstHalf().end(), end);
    }

    public boolean contains(LocalDateTime time) {
        return !time.isBefore(start) && time.isBefore(end);
    }
}
