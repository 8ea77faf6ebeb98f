package io.martech.connect.source.reader.window;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.reader.HumanReadableDuration;
import io.martech.connect.source.reader.WindowSettings;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** The errors for a time zone that seems to be wrong: the evidence, and the simplest remedy for each cause. */
final class ZoneErrors {

    /** Offsets of zones are multiples of this. */
    private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

    private final WindowSettings settings;

    ZoneErrors(WindowSettings settings) {
        this.settings = settings;
    }

    /**
     * The zone is too far west, or rows have update times in the future.
     *
     * @param ahead by how much the newest row is in the future
     */
    PlatformException rowsAreAhead(Duration ahead, Cursor cursor, WindowState state) {
        return stop(
                "in three consecutive probes all new rows had an update time ahead of the platform's own"
                        + " clock (its Date header), the newest one by " + HumanReadableDuration.of(ahead)
                        + ". Rows are read"
                        + " that much too late; complete-up-to has not advanced since the first of those probes.",
                "The times would fit the zone " + fitting(ahead) + ".",
                "whoever writes these rows dates them ahead",
                cursor,
                state);
    }

    /**
     * The zone is too far east, or rows are imported with old update times.
     *
     * @param age the greatest age of a new row
     */
    PlatformException rowsAreOld(Duration age, Cursor cursor, WindowState state) {
        return stop(
                "for the third time within a day new rows appeared with an update time that was read long"
                        + " ago, the last one " + HumanReadableDuration.of(age)
                        + " late, and none with the current time."
                        + " Updates may have been missed.",
                "",
                "rows were imported with old update times",
                cursor,
                state);
    }

    private PlatformException stop(String finding, String hint, String otherCause, Cursor cursor, WindowState state) {
        return new PlatformException(
                Category.STOP,
                settings.resource() + ": " + finding + " Either the platform's times are not in the zone "
                        + settings.zone() + "." + blankBefore(hint) + " Then stop the connector, correct "
                        + settings.zoneKey() + ", reset the offsets of '" + settings.resource() + "' and of all its"
                        + " other resources (DELETE /connectors/<name>/offsets) and resume it: offsets and the times"
                        + " in the topics so far are in the wrong zone, so everything is read and emitted again."
                        + " Without the reset a corrected zone is refused. Or a clock is wrong, that of the worker, of the"
                        + " platform's nodes or of a proxy that sets the Date of their answers: then have it corrected and"
                        + " restart the task; nothing else is to be changed. Or " + otherCause + ", and the zone is"
                        + " right: then restart the task as soon as a new row with the current time has appeared,"
                        + " which resolves this by itself. If that takes too long, stop the connector and store the"
                        + " offset " + shortOffset(cursor, state) + " (PATCH /connectors/<name>/offsets); only"
                        + " changes since that time are emitted again.",
                0,
                null,
                null,
                null);
    }

    private static String blankBefore(String hint) {
        return hint.isEmpty() ? "" : " " + hint;
    }

    private ZoneOffset fitting(Duration ahead) {
        long quarters = Math.round((double) ahead.toSeconds() / QUARTER_SECONDS);
        long seconds = settings.zone().getTotalSeconds() + quarters * QUARTER_SECONDS;
        long most = ZoneOffset.MAX.getTotalSeconds();
        return ZoneOffset.ofTotalSeconds((int) Math.max(-most, Math.min(most, seconds)));
    }

    /** All that is needed to continue: a few fields that a user can copy, without doubts and stored versions. */
    private static String shortOffset(Cursor cursor, WindowState state) {
        StringBuilder offset = new StringBuilder("{");
        for (String name : List.of(WindowState.PHASE, WindowState.METHOD, "window_precision")) {
            if (cursor.has(name)) {
                offset.append(quoted(name))
                        .append(": ")
                        .append(quoted(cursor.text(name)))
                        .append(", ");
            }
        }
        offset.append("\"windows_from\": ")
                .append(quoted(PlatformTime.format(WindowState.beginningOf(cursor))))
                .append(", \"read_up_to\": ")
                .append(quoted(PlatformTime.format(state.completeUpTo())))
                .append(", \"highest_id\": ")
                .append(state.highestId());
        return offset.append("}").toString();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
