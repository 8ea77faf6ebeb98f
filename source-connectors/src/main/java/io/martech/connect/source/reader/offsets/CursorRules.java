package io.martech.connect.source.reader.offsets;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.engine.CursorFormat;
import io.martech.connect.source.engine.Scope;
import io.martech.connect.source.reader.IdRanges;
import io.martech.connect.source.reader.LateArrivals;
import io.martech.connect.source.reader.backfill.BackfillThenWindows;
import io.martech.connect.source.reader.backfill.IdBackfill;
import io.martech.connect.source.reader.counted.CountVerifiedEventReader;
import io.martech.connect.source.reader.counted.SpanCounts;
import io.martech.connect.source.reader.counted.SubjectReading;
import io.martech.connect.source.reader.daily.DailyReader;
import io.martech.connect.source.reader.daily.DayPages;
import io.martech.connect.source.reader.emitted.Buckets;
import io.martech.connect.source.reader.emitted.EmittedMemory;
import io.martech.connect.source.reader.emitted.Fingerprints;
import io.martech.connect.source.reader.emitted.KeyedHashes;
import io.martech.connect.source.reader.emitted.RowKeys;
import io.martech.connect.source.reader.export.ExportReader;
import io.martech.connect.source.reader.keyset.KeysetReader;
import io.martech.connect.source.reader.paged.PageOrder;
import io.martech.connect.source.reader.paged.PagedSnapshotReader;
import io.martech.connect.source.reader.paged.PassCursor;
import io.martech.connect.source.reader.resync.ResyncCursor;
import io.martech.connect.source.reader.snapshot.ListChunks;
import io.martech.connect.source.reader.snapshot.SnapshotReader;
import io.martech.connect.source.reader.window.ClockOffset;
import io.martech.connect.source.reader.window.CrowdedTimes;
import io.martech.connect.source.reader.window.RowsAhead;
import io.martech.connect.source.reader.window.UnprovenSeconds;
import io.martech.connect.source.reader.window.WindowScan;
import io.martech.connect.source.reader.window.WindowState;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The valid content of the readers' cursors, checked when a user alters an offset. */
public final class CursorRules {

    private static final List<String> TIMES_OF_READING = List.of(
            "cutoff", "windows_from", "read_up_to", "read_proven_up_to", "trailing_up_to", "trailing_proven_up_to");

    /** What is stored before anything is read. */
    private static final Set<String> OF_CALIBRATION = Set.of(Scope.KEY, "window_precision");

    private static final CursorFormat WINDOWS = CursorFormat.with(
                    "{\"phase\": \"windows\", \"read_up_to\": \"2026-01-01 08:00:00\"}"
                            + " to read all changes since then again, or {\"phase\": \"backfill\", \"method\": \"id\","
                            + " \"last_id\": 42} to continue the history after that id")
            .choice(WindowState.PHASE, "backfill", "windows")
            .choice(WindowState.METHOD, WindowState.BY_ID, WindowState.BY_WINDOW)
            .choice("window_precision", "second", "day")
            .choice("page_size_is_exact", "true", "false")
            .choice("page_is_cut_off", "true", "false")
            .times("cutoff", "windows_from")
            .times("read_up_to", "read_proven_up_to", "trailing_up_to", "trailing_proven_up_to")
            .numbers("longest_page")
            .numbers(IdRanges.keys(WindowScan.PREFIX))
            .asListed(WindowState.CROWDED, text -> isReadable(text, CrowdedTimes::parse))
            .asListed(WindowState.SCANNED, text -> isReadable(text, CrowdedTimes::parse))
            .numbers(IdRanges.keys(IdBackfill.PREFIX))
            .numbers("read_windows_since_proof", "read_largest_since_proof")
            .numbers("read_window_seconds", "read_rows_per_hour")
            .numbers("trailing_windows_since_proof", "trailing_largest_since_proof")
            .numbers("trailing_window_seconds", "trailing_rows_per_hour")
            .numbers("late_rows", "oldest_late_ms", LateArrivals.FAR_LATE_PROBES)
            .times(LateArrivals.FAR_LATE_SINCE, RowsAhead.SINCE, WindowState.CERTAIN_UP_TO)
            .numbers(RowsAhead.PROBES, RowsAhead.LAST_ID)
            .times(ClockOffset.CHECKED_AT)
            .numbers(Cursor.CLOCK_OFFSET, ClockOffset.LATE_ROWS, ClockOffset.LATE_PROBES, ClockOffset.YOUNGEST_LATE)
            .times(ResyncCursor.STARTED_AT, ResyncCursor.ENDED_AT, ResyncCursor.FROM, ResyncCursor.TO)
            .numbers(IdRanges.keys(ResyncCursor.PREFIX))
            .asListed(ResyncCursor.REQUEST, text -> true)
            .asListed(EmittedMemory.KEY, text -> isReadable(EmittedMemory.KEY, text, EmittedMemory::from))
            .asListed(UnprovenSeconds.KEY, text -> isReadable(UnprovenSeconds.KEY, text, UnprovenSeconds::from));

    private static final CursorFormat LISTS = CursorFormat.with(
                    "null, for a long list also of its buckets, to read the list again and emit all of it")
            .times("read_at")
            .days("first_day")
            .numbers("last_id", DayPages.ANSWERED)
            .choice(DayPages.IN_PARTS, "true")
            .numbers(Buckets.COUNT)
            .times(Buckets.SINCE)
            .asListed(KeyedHashes.ROWS, text -> isReadable(KeyedHashes.ROWS, text, KeyedHashes::from))
            .asListed(KeyedHashes.KEYS, text -> isReadable(text, RowKeys::unpack));

    private static final CursorFormat PASSES = CursorFormat.with(
                    "null for this and all buckets, to emit all of it again, or {\"passes\": 1} to start a pass"
                            + " at once")
            .times(PassCursor.STARTED_AT, PassCursor.ENDED_AT, PassCursor.READ_UP_TO, PassCursor.LOOKED_AT)
            .numbers(Buckets.COUNT, PassCursor.PAGE_SIZE, PassCursor.PASSES, PassCursor.NEXT_PAGE)
            .choice(PassCursor.DIRECTION, PassCursor.FORWARD, PassCursor.BACKWARD)
            .asListed(PassCursor.ORDER, text -> isReadable(text, PageOrder::parse))
            .times(Buckets.SINCE)
            .asListed(KeyedHashes.ROWS, text -> isReadable(KeyedHashes.ROWS, text, KeyedHashes::from));

    private static final CursorFormat COUNTED = CursorFormat.with(
                    "null for this and all its parts, to read them and emit all of it again")
            .times(CountVerifiedEventReader.READ_UP_TO, SubjectReading.READ_AT)
            .numbers(SubjectReading.TOTAL, "late_rows", "oldest_late_ms")
            .asListed(SubjectReading.COUNTS, text -> isReadable(text, SpanCounts::parse))
            .asListed(Fingerprints.KEY, text -> isReadable(Fingerprints.KEY, text, Fingerprints::from));

    private static final CursorFormat EXPORTS = CursorFormat.with(
                    "null, to request a new export and emit all of it, or {\"started_at\": \"2026-01-01"
                            + " 08:00:00\"} to request the next one an interval after that")
            .times(ListChunks.READ_AT, ExportReader.STARTED_AT)
            .numbers(ExportReader.TASK, ExportReader.LINE);

    private CursorRules() {}

    /**
     * For {@link BackfillThenWindows}.
     *
     * @param resource the resource's name, for messages
     * @param offset the offset to be stored
     * @throws org.apache.kafka.connect.errors.ConnectException if a field is unknown or has an invalid value; the message
     *     shows the correct form
     */
    public static void check(String resource, Map<String, ?> offset) {
        WINDOWS.check(resource, offset);
        Cursor cursor = Cursor.fromOffset(offset);
        if ("windows".equals(cursor.text(WindowState.PHASE)) && !cursor.has("read_up_to")) {
            throw WINDOWS.refused(resource, "read_up_to", null, "present, since the phase is windows");
        }
    }

    /**
     * Like {@link #check}; also rejects an offset that does not say where to continue, since the whole history would be
     * read instead, and one in the future, since nothing would be read until then. The platform's time is unknown where
     * offsets are checked, so a clock that is wrong by less than a day is tolerated.
     *
     * @param now the worker's time, in the platform's zone
     */
    public static void checkComplete(String resource, Map<String, ?> offset, LocalDateTime now) {
        check(resource, offset);
        Cursor cursor = Cursor.fromOffset(offset);
        String phase = cursor.text(WindowState.PHASE);
        boolean isOfCalibration = cursor.has("window_precision") && OF_CALIBRATION.containsAll(offset.keySet());
        if (phase == null && !isOfCalibration) {
            throw WINDOWS.refused(
                    resource,
                    WindowState.PHASE,
                    null,
                    "backfill or windows: to read the whole history, set the whole offset to null");
        }
        if ("backfill".equals(phase) && !cursor.has("last_id") && !cursor.has("range_1_at")) {
            throw WINDOWS.refused(
                    resource,
                    "last_id",
                    null,
                    "present, since the phase is backfill; for the whole history it must be 0");
        }
        requireNoneAhead(WINDOWS, resource, cursor, TIMES_OF_READING, now);
    }

    private static void requireNoneAhead(
            CursorFormat form, String resource, Cursor cursor, List<String> times, LocalDateTime now) {
        for (String field : times) {
            if (cursor.has(field) && cursor.time(field).isAfter(now.plusDays(1))) {
                throw form.refused(
                        resource,
                        field,
                        cursor.text(field),
                        "no more than a day ahead of the worker's clock, " + PlatformTime.format(now) + ", since"
                                + " nothing would be read until then");
            }
        }
    }

    /** For {@link SnapshotReader}, {@link KeysetReader} and {@link DailyReader}. */
    public static void checkList(String resource, Map<String, ?> offset) {
        LISTS.check(resource, offset);
    }

    /** For {@link PagedSnapshotReader}. */
    public static void checkPasses(String resource, Map<String, ?> offset) {
        PASSES.check(resource, offset);
    }

    /** For {@link CountVerifiedEventReader}. */
    public static void checkCounted(String resource, Map<String, ?> offset) {
        COUNTED.check(resource, offset);
    }

    /** For {@link ExportReader}. */
    public static void checkExports(String resource, Map<String, ?> offset, LocalDateTime now) {
        EXPORTS.check(resource, offset);
        Cursor cursor = Cursor.fromOffset(offset);
        if (cursor.has(ExportReader.LINE) && !cursor.has(ExportReader.TASK)) {
            throw EXPORTS.refused(resource, ExportReader.TASK, null, "given together with line");
        }
        requireNoneAhead(EXPORTS, resource, cursor, List.of(ExportReader.STARTED_AT), now);
    }

    private static boolean isReadable(String text, Consumer<String> reader) {
        try {
            reader.accept(text);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean isReadable(String key, String text, Consumer<Cursor> reader) {
        try {
            reader.accept(Cursor.start().with(key, text));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
