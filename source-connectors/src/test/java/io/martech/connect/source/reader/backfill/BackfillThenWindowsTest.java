package io.martech.connect.source.reader.backfill;

import static io.martech.connect.source.reader.Cursors.idsOf;
import static io.martech.connect.source.reader.Cursors.last;
import static io.martech.connect.source.reader.Cursors.readAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.Cursors;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.VersionGuard;
import io.martech.connect.source.reader.window.LateArrivalProbe;
import io.martech.connect.source.reader.window.UpdateWindows;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackfillThenWindowsTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);

    private final ManualTime time = ManualTime.atTen();
    private final FakeFeed feed = new FakeFeed();

    @Test
    void historyComesFirstAndThenWhatChanges() {
        feed.putRows(15, TEN.minusDays(1)).put(16, TEN.minusSeconds(30));
        BackfillThenWindows reader = reader(null);
        List<Chunk> chunks = readAll(Cursor.start(), reader::next);

        assertThat(idsOf(chunks)).hasSize(16).doesNotHaveDuplicates();
        assertThat(chunks.get(0).next().toOffset())
                .containsEntry("phase", "backfill")
                .containsEntry("method", "id");
        assertThat(last(chunks).toOffset())
                .containsEntry("phase", "windows")
                .containsEntry("read_up_to", "2026-03-01 09:59:55");
    }

    @Test
    void completeUpToIsUnknownUntilBackfillHasEnded() {
        feed.putRows(15, TEN.minusDays(1));
        BackfillThenWindows reader = reader(null);
        List<Chunk> chunks = readAll(Cursor.start(), reader::next);
        assertThat(reader.completeUpTo(Cursor.start())).isNull();
        assertThat(reader.completeUpTo(chunks.get(0).next())).isNull();
        assertThat(reader.completeUpTo(last(chunks)))
                .as("both passes")
                .isEqualTo(TEN.minus(Cursors.SETTLE_LAG).minus(Cursors.LOOK_BACK));
    }

    @Test
    void everyChunkSaysWhereItWasReadFrom() {
        feed.putRows(15, TEN.minusDays(1));
        List<Chunk> chunks = readAll(Cursor.start(), reader(null)::next);
        assertThat(chunks.get(0).from()).isEqualTo(Cursor.start());
        for (int i = 1; i < chunks.size(); i++) {
            assertThat(chunks.get(i).from()).isEqualTo(chunks.get(i - 1).next());
        }
    }

    @Test
    void withAStartTimeOnlyWindowsAreReadFromThere() {
        feed.put(1, TEN.minusDays(3)).put(2, TEN.minusDays(2)).put(3, TEN.minusDays(1));
        List<Chunk> chunks = readAll(Cursor.start(), reader(TEN.minusDays(2))::next);
        assertThat(idsOf(chunks)).containsExactly(2L, 3L);
        assertThat(last(chunks).toOffset())
                .containsEntry("method", "window")
                .containsEntry("windows_from", "2026-02-27 10:00:00");
    }

    @Test
    void withAStartTimeCompleteUpToIsUnknownUntilItsHistoryIsRead() {
        feed.putRows(9, TEN.minusDays(1));
        BackfillThenWindows reader = reader(TEN.minusDays(2));
        List<Chunk> chunks = readAll(Cursor.start(), reader::next);
        assertThat(reader.completeUpTo(chunks.get(0).next())).isNull();
        assertThat(reader.completeUpTo(last(chunks))).isNotNull();
    }

    @Test
    void nothingIsReadBeforeAStartTimeInTheFuture() {
        feed.put(1, TEN.minusDays(1)).put(2, TEN.minusSeconds(1));
        BackfillThenWindows reader = reader(TEN.plusHours(1));
        assertThat(readAll(Cursor.start(), reader::next)).isEmpty();
        assertThat(reader.completeUpTo(Cursor.start())).isNull();
        feed.put(3, TEN.plusMinutes(59)).put(4, TEN.plusHours(1));
        time.advance(Duration.ofMinutes(61));
        List<Chunk> chunks = readAll(Cursor.start(), reader::next);
        assertThat(idsOf(chunks)).containsExactly(4L);
        assertThat(last(chunks).text("windows_from")).isEqualTo("2026-03-01 11:00:00");
    }

    /** The first chunk may be lost, and then the same is read again. */
    @Test
    void theSameCursorReadsTheSameAgain() {
        feed.putRows(15, TEN.minusDays(1));
        BackfillThenWindows reader = reader(null);
        Chunk once = reader.next(Cursor.start()).orElseThrow();
        Chunk again = reader.next(Cursor.start()).orElseThrow();
        assertThat(again.rows()).isEqualTo(once.rows());
        assertThat(again.next()).isEqualTo(once.next());
    }

    @Test
    void atRestAPollCostsTwoRequestsAtMost() {
        feed.putRows(3, TEN.minusDays(1));
        BackfillThenWindows reader = reader(null);
        Cursor cursor = last(readAll(Cursor.start(), reader::next));
        time.advance(Duration.ofSeconds(10));
        long before = feed.requests();
        assertThat(readAll(cursor, reader::next)).isNotEmpty();
        assertThat(feed.requests() - before).isLessThanOrEqualTo(2);
    }

    private BackfillThenWindows reader(LocalDateTime startTime) {
        WindowSettings settings = Cursors.settings();
        LateArrivalProbe probe = new LateArrivalProbe(feed, settings, time, time);
        return new BackfillThenWindows(
                feed,
                settings,
                time,
                Cursors.oneChain(feed),
                startTime,
                new UpdateWindows(feed, settings, time, probe, Cursors.oneChain(feed), new VersionGuard()));
    }
}
