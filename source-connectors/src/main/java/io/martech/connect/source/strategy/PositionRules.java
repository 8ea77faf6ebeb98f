package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.PlatformTime;
import io.martech.connect.source.engine.Position;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;

/** What a position of {@link BackfillThenWindows} may hold: checked when a person alters it. */
public final class PositionRules {

    private static final String EXAMPLE = "{\"phase\": \"windows\", \"read_up_to\": \"2026-01-01 08:00:00\"}"
            + " to read all changes since then again, or {\"phase\": \"backfill\", \"method\": \"id\", \"last_id\": 42}"
            + " to go on with the history after that id";

    private static final int MAXIMUM_CHARACTERS = 256 * 1024;

    private static final Set<String> TIMES = Set.of(
            "cutoff",
            "windows_from",
            "read_up_to",
            "read_proven_up_to",
            "trailing_up_to",
            "trailing_proven_up_to",
            "scan_start",
            "scan_end");

    private static final Set<String> NUMBERS = Set.of(
            "last_id",
            "highest_id",
            "longest_page",
            "read_windows_since_proof",
            "read_largest_since_proof",
            "read_window_seconds",
            "read_rows_per_hour",
            "trailing_windows_since_proof",
            "trailing_largest_since_proof",
            "trailing_window_seconds",
            "trailing_rows_per_hour",
            "late_rows",
            "oldest_late_ms",
            "far_late_probes",
            "scan_last_id");

    private static final Map<String, Set<String>> CHOICES = Map.of(
            BackfillThenWindows.PHASE,
            Set.of("backfill", "windows"),
            BackfillThenWindows.METHOD,
            Set.of(BackfillThenWindows.BY_ID, BackfillThenWindows.BY_WINDOW),
            "window_precision",
            Set.of("second", "day"),
            "page_size_is_exact",
            Set.of("true", "false"));

    private static final Set<String> TEXTS = Set.of("scope");

    private PositionRules() {}

    /**
     * @param resource the resource's name, for messages
     * @param offset what is to be stored
     * @throws ConnectException if a field is unknown or has a value that it cannot have; the message shows the right form
     */
    public static void check(String resource, Map<String, ?> offset) {
        offset.forEach((field, value) -> checkField(resource, field, value));
        Position position = Position.fromOffset(offset);
        if ("windows".equals(position.text(BackfillThenWindows.PHASE)) && !position.has("read_up_to")) {
            throw refused(resource, "read_up_to", null, "given, since the phase is windows");
        }
        if (position.has("scan_start") != position.has("scan_end")) {
            throw refused(resource, "scan_start", position.text("scan_start"), "given together with scan_end");
        }
        if (offset.toString().length() > MAXIMUM_CHARACTERS) {
            throw new ConnectException("The offset of '" + resource + "' is larger than 256 KB. Leave out 'emitted'.");
        }
    }

    private static void checkField(String resource, String field, Object value) {
        String text = String.valueOf(value);
        if (TIMES.contains(field)) {
            requireThat(isTime(text), resource, field, value, "a time such as 2026-01-01 08:00:00");
        } else if (NUMBERS.contains(field)) {
            requireThat(text.matches("\\d{1,18}"), resource, field, value, "a whole number, not negative");
        } else if (CHOICES.containsKey(field)) {
            List<String> choices = CHOICES.get(field).stream().sorted().toList();
            requireThat(choices.contains(text), resource, field, value, "one of " + String.join(", ", choices));
        } else if (EmittedMemory.KEY.equals(field)) {
            requireThat(isMemory(text), resource, field, value, "left out, or exactly as it was listed");
        } else if (UnprovenSeconds.KEY.equals(field)) {
            requireThat(
                    text.matches("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d=\\d{1,9},?)+"),
                    resource,
                    field,
                    value,
                    "left out, or exactly as it was listed");
        } else {
            requireThat(TEXTS.contains(field), resource, field, value, "left out: there is no such field");
        }
    }

    private static boolean isTime(String text) {
        try {
            PlatformTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMemory(String text) {
        try {
            Base64.getDecoder().decode(text);
            EmittedMemory.from(Position.start().with(EmittedMemory.KEY, text));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void requireThat(boolean isRight, String resource, String field, Object value, String expectation) {
        if (!isRight) {
            throw refused(resource, field, value, expectation);
        }
    }

    private static ConnectException refused(String resource, String field, Object value, String expectation) {
        return new ConnectException("The offset of '" + resource + "': field '" + field + "' is " + value
                + ", but must be " + expectation + ". For example " + EXAMPLE + ".");
    }
}
