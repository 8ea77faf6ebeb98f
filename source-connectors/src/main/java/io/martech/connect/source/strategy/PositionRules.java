package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.PlatformTime;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.PositionForm;
import io.martech.connect.source.engine.Scope;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the positions of the strategies may hold: checked when a person alters one. */
public final class PositionRules {

    private static final List<String> TIMES_OF_READING = List.of(
            "cutoff",
            "windows_from",
            "scan_start",
            "scan_end",
            "read_up_to",
            "read_proven_up_to",
            "trailing_up_to",
            "trailing_proven_up_to");

    /** What is stored before anything is read. */
    private static final Set<String> OF_CALIBRATION = Set.of(
            Scope.KEY, "window_precision", RescanPosition.KNOWN_SINCE, RescanPosition.BUCKETS, Steps.LAST, Steps.LOST);

    private static final PositionForm WINDOWS = PositionForm.with(
                    "{\"phase\": \"windows\", \"read_up_to\": \"2026-01-01 08:00:00\"}"
                            + " to read all changes since then again, or {\"phase\": \"backfill\", \"method\": \"id\","
                            + " \"last_id\": 42} to go on with the history after that id")
            .choice(BackfillThenWindows.PHASE, "backfill", "windows")
            .choice(BackfillThenWindows.METHOD, BackfillThenWindows.BY_ID, BackfillThenWindows.BY_WINDOW)
            .choice("window_precision", "second", "day")
            .choice("page_size_is_exact", "true", "false")
            .choice("page_is_cut_off", "true", "false")
            .times("cutoff", "windows_from", "scan_start", "scan_end")
            .times("read_up_to", "read_proven_up_to", "trailing_up_to", "trailing_proven_up_to")
            .numbers("last_id", "highest_id", "scan_last_id", "longest_page")
            .numbers("read_windows_since_proof", "read_largest_since_proof")
            .numbers("read_window_seconds", "read_rows_per_hour")
            .numbers("trailing_windows_since_proof", "trailing_largest_since_proof")
            .numbers("trailing_window_seconds", "trailing_rows_per_hour")
            .numbers("late_rows", "oldest_late_ms", LateRows.FAR_LATE_PROBES)
            .times(LateRows.FAR_LATE_SINCE, RowsAhead.SINCE, WindowState.CERTAIN_UP_TO)
            .numbers(RowsAhead.PROBES, RowsAhead.LAST_ID)
            .times(RescanPosition.KNOWN_SINCE, RescanPosition.STARTED_AT, RescanPosition.ENDED_AT, LastVersions.SINCE)
            .numbers(Steps.LAST, RescanPosition.LAST_ID, RescanPosition.BUCKETS)
            .asListed(Steps.LOST, text -> isReadable(Steps.LOST, text, Steps::from))
            .asListed(VersionBucket.HASHES, text -> isReadable(text, RowFingerprints::parse))
            .asListed(VersionBucket.UPDATED, text -> isReadable(text, RowFingerprints::parse))
            .asListed(VersionBucket.VERS, text -> isReadable(text, RowFingerprints::parse))
            .asListed(VersionBucket.STEPS, text -> isReadable(text, RowFingerprints::parse))
            .asListed(EmittedMemory.KEY, text -> isReadable(EmittedMemory.KEY, text, EmittedMemory::from))
            .asListed(UnprovenSeconds.KEY, text -> isReadable(UnprovenSeconds.KEY, text, UnprovenSeconds::from));

    private static final PositionForm LISTS = PositionForm.with("null, to read the list again and emit all of it")
            .times("read_at")
            .days("first_day")
            .numbers("last_id", DayReader.ANSWERED)
            .choice(DayReader.IN_PARTS, "true")
            .asListed(Fingerprints.KEY, text -> isReadable(Fingerprints.KEY, text, Fingerprints::from))
            .asListed(Fingerprints.DIGEST, text -> text.matches("[0-9a-f]{1,16}"))
            .asListed(
                    Deletes.KNOWN,
                    text -> isReadable(Deletes.KNOWN, text, at -> RowKeys.unpack(at.text(Deletes.KNOWN))))
            .asListed(
                    Deletes.ABSENT,
                    text -> isReadable(Deletes.ABSENT, text, at -> RowKeys.unpack(at.text(Deletes.ABSENT))));

    private static final PositionForm PASSES = PositionForm.with(
                    "null for this and all buckets, to emit all of it again, or {\"passes\": 1} to begin a pass at once")
            .times(PassPosition.STARTED_AT, PassPosition.ENDED_AT, PassPosition.READ_UP_TO, PassPosition.LOOKED_AT)
            .numbers(PassPosition.BUCKETS, PassPosition.PAGE_SIZE, PassPosition.PASSES, PassPosition.NEXT_PAGE)
            .choice(PassPosition.DIRECTION, PassPosition.FORWARD, PassPosition.BACKWARD)
            .asListed(PassPosition.ORDER, text -> isReadable(text, PageOrder::parse))
            .asListed(Buckets.ROWS, text -> isReadable(text, RowFingerprints::parse));

    private static final PositionForm COUNTED = PositionForm.with(
                    "null for this and all its parts, to read them and emit all of it again")
            .times(CountedSubjects.READ_UP_TO, SubjectReading.READ_AT)
            .numbers(SubjectReading.TOTAL, "late_rows", "oldest_late_ms")
            .asListed(SubjectReading.COUNTS, text -> isReadable(text, SpanCounts::parse))
            .asListed(Fingerprints.KEY, text -> isReadable(Fingerprints.KEY, text, Fingerprints::from));

    private static final PositionForm EXPORTS = PositionForm.with("null, to ask for a new export and emit all of it,"
                    + " or {\"started_at\": \"2026-01-01 08:00:00\"} to ask for the next one an interval after that")
            .times(ListUnits.READ_AT, Exports.STARTED_AT)
            .numbers(Exports.TASK, Exports.LINE);

    private PositionRules() {}

    /**
     * For {@link BackfillThenWindows}, and the buckets of {@link Rescans}.
     *
     * @param resource the resource's name, for messages
     * @param offset what is to be stored
     * @throws org.apache.kafka.connect.errors.ConnectException if a field is unknown or has a value that it cannot have; the
     *     message shows the right form
     */
    public static void check(String resource, Map<String, ?> offset) {
        WINDOWS.check(resource, offset);
        Position position = Position.fromOffset(offset);
        if ("windows".equals(position.text(BackfillThenWindows.PHASE)) && !position.has("read_up_to")) {
            throw WINDOWS.refused(resource, "read_up_to", null, "given, since the phase is windows");
        }
        if (position.has("scan_start") != position.has("scan_end")) {
            throw WINDOWS.refused(resource, "scan_start", position.text("scan_start"), "given together with scan_end");
        }
        if (position.has("scan_start") && !position.time("scan_start").isBefore(position.time("scan_end"))) {
            throw WINDOWS.refused(resource, "scan_end", position.text("scan_end"), "later than scan_start");
        }
    }

    /**
     * The same, and refuses what does not say where to go on, for all of the history would be read instead; and what lies ahead, for
     * nothing would be read until then. The platform's time is not known where positions are checked, so a clock that is wrong by
     * less than a day is forgiven.
     *
     * @param now the worker's time, in the platform's zone
     */
    public static void checkComplete(String resource, Map<String, ?> offset, LocalDateTime now) {
        check(resource, offset);
        Position position = Position.fromOffset(offset);
        String phase = position.text(BackfillThenWindows.PHASE);
        boolean isOfCalibration = position.has("window_precision") && OF_CALIBRATION.containsAll(offset.keySet());
        if (phase == null && !isOfCalibration) {
            throw WINDOWS.refused(
                    resource,
                    BackfillThenWindows.PHASE,
                    null,
                    "backfill or windows: without it all of the history would be read, for which the whole offset must be null");
        }
        if ("backfill".equals(phase) && !position.has("last_id")) {
            throw WINDOWS.refused(
                    resource,
                    "last_id",
                    null,
                    "given, since the phase is backfill; for all of the history it must be 0");
        }
        requireNoneAhead(WINDOWS, resource, position, TIMES_OF_READING, now);
    }

    private static void requireNoneAhead(
            PositionForm form, String resource, Position position, List<String> times, LocalDateTime now) {
        for (String field : times) {
            if (position.has(field) && position.time(field).isAfter(now.plusDays(1))) {
                throw form.refused(
                        resource,
                        field,
                        position.text(field),
                        "no more than a day ahead of the worker's clock, " + PlatformTime.format(now)
                                + ", for nothing would be read until then");
            }
        }
    }

    /** The same for {@link FullList}, {@link Keysets} and {@link Days}. */
    public static void checkList(String resource, Map<String, ?> offset) {
        LISTS.check(resource, offset);
    }

    /** The same for {@link PagedPasses}. */
    public static void checkPasses(String resource, Map<String, ?> offset) {
        PASSES.check(resource, offset);
    }

    /** The same for {@link CountedSubjects}. */
    public static void checkCounted(String resource, Map<String, ?> offset) {
        COUNTED.check(resource, offset);
    }

    /** The same for {@link Exports}. */
    public static void checkExports(String resource, Map<String, ?> offset, LocalDateTime now) {
        EXPORTS.check(resource, offset);
        Position position = Position.fromOffset(offset);
        if (position.has(Exports.LINE) && !position.has(Exports.TASK)) {
            throw EXPORTS.refused(resource, Exports.TASK, null, "given together with line");
        }
        requireNoneAhead(EXPORTS, resource, position, List.of(Exports.STARTED_AT), now);
    }

    private static boolean isReadable(String text, Consumer<String> reader) {
        try {
            reader.accept(text);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean isReadable(String key, String text, Consumer<Position> reader) {
        try {
            reader.accept(Position.start().with(key, text));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
