package io.martech.connect.source.reader;

import java.time.Duration;

/** Formats a duration for users. */
public final class HumanReadableDuration {

    private HumanReadableDuration() {}

    /** Such as {@code 8 hours}, {@code 6 hours 1 minute} or {@code 40 seconds}; smaller units are left out. */
    public static String of(Duration duration) {
        if (duration.toMinutes() == 0) {
            return counted(duration.toSeconds(), "second");
        }
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        if (hours == 0) {
            return counted(minutes, "minute");
        }
        return counted(hours, "hour") + (minutes == 0 ? "" : " " + counted(minutes, "minute"));
    }

    private static String counted(long number, String chunk) {
        return number + " " + chunk + (number == 1 ? "" : "s");
    }
}
