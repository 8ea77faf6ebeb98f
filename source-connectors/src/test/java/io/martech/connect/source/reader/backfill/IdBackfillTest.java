package io.martech.connect.source.reader.backfill;

import static io.martech.connect.source.reader.FakeFeed.idsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.Progress;
import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.reader.Cursors;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.IdOrder;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class IdBackfillTest {

    /** Ten o'clock, less settle lag and look-back. */
    private static final LocalDateTime CUTOFF = LocalDateTime.of(2026, 3, 1, 9, 58, 55);

    private static final LocalDateTime LONG_AGO = CUTOFF.minusDays(30);

    private final ManualTime time = ManualTime.atTen();
    private final FakeFeed feed = new FakeFeed().idPagesOf(3);
    private final IdBackfill backfill = new IdBackfill(feed, Cursors.settings(), time, Cursors.oneChain(feed));

    @Test
    void pagesFollowEachOtherByTheLastId() {
        feed.putRows(5, LONG_AGO);
        Chunk first = backfill.next(Cursor.start());
        Chunk second = backfill.next(first.next());
        assertThat(idsOf(first)).containsExactly(1L, 2L, 3L);
        assertThat(idsOf(second)).containsExactly(4L, 5L);
        assertThat(first.next().number("last_id", 0)).isEqualTo(3);
        assertThat(feed.questions()).containsExactly("ids after 0", "ids after 3", "ids after 5");
        assertThat(first.rows()).extracting(Row::readMode).containsOnly(Row.ReadMode.BACKFILL);
        assertThat(first.facts().certainty()).isEqualTo(Progress.Certainty.CURSOR);
    }

    /** A short page may come of a filter, or of a page size that changed. */
    @Test
    void onlyAnEmptyPageEndsIt() {
        feed.putRows(5, LONG_AGO);
        Chunk shortPage = backfill.next(Cursor.start().with("last_id", 3L));
        assertThat(shortPage.next().has("phase")).isFalse();
        assertThat(shortPage.next().number("last_id", 0)).isEqualTo(5);

        Chunk end = backfill.next(shortPage.next());
        assertThat(end.rows()).isEmpty();
        assertThat(end.next().toOffset())
                .containsEntry("phase", "windows")
                .containsEntry("read_up_to", "2026-03-01 09:58:55")
                .containsEntry("trailing_up_to", "2026-03-01 09:58:55")
                .containsEntry("windows_from", "2026-03-01 09:58:55")
                .containsEntry("highest_id", 5L)
                .doesNotContainKey("last_id");
    }

    @Test
    void whatWindowsWillReadIsLeftToThem() {
        feed.put(1, CUTOFF.minusSeconds(1)).put(2, CUTOFF).put(3, null);
        assertThat(idsOf(backfill.next(Cursor.start()))).containsExactly(1L, 3L);
    }

    @Test
    void theCutoffStaysWhereItWasWhenBackfillBegan() {
        feed.putRows(6, LONG_AGO);
        Chunk first = backfill.next(Cursor.start());
        time.advance(Duration.ofHours(5));
        Chunk second = backfill.next(first.next());
        assertThat(first.next().text("cutoff")).isEqualTo("2026-03-01 09:58:55");
        assertThat(second.next().text("cutoff")).isEqualTo("2026-03-01 09:58:55");
    }

    /** The first answers came from a node that is ahead of the others. */
    @Test
    void aCutoffOfAClockThatWasAheadIsNotKept() {
        feed.putRows(6, LONG_AGO);
        time.advance(Duration.ofMinutes(2));
        Cursor cursor = backfill.next(Cursor.start()).next();
        time.advance(Duration.ofSeconds(-115));
        feed.put(1, CUTOFF.plusSeconds(60));
        Cursor again = backfill.next(cursor).next();
        assertThat(again.has("cutoff")).isFalse();
        Chunk first = backfill.next(again);
        assertThat(first.next().text("cutoff")).isEqualTo("2026-03-01 09:59:00");
        assertThat(idsOf(first)).as("the windows read what has changed").containsExactly(2L, 3L);
    }

    @Test
    void aStoredCutoffOfNextYearIsNotKept() {
        feed.putRows(6, LONG_AGO);
        Cursor cursor = backfill.next(Cursor.start()).next().with("cutoff", "2027-03-01 10:00:00");
        Chunk first = backfill.next(backfill.next(cursor).next());
        assertThat(first.next().text("cutoff")).isEqualTo("2026-03-01 09:58:55");
        assertThat(idsOf(first)).containsExactly(1L, 2L, 3L);
    }

    /** The bounds of a window may reach a second too far, and that second must have settled too. */
    @Test
    void theCutoffLeavesRoomForWindowsThatOverlap() {
        feed.reachingBeyondItsWindowsBy(1).putRows(1, LONG_AGO);
        assertThat(backfill.next(Cursor.start()).next().text("cutoff")).isEqualTo("2026-03-01 09:58:54");
    }

    @Test
    void idsThatDoNotAscendAreAnErrorThatSaysWhatWasFound() {
        feed.whoseIdPagesAreNotSorted().putRows(3, LONG_AGO);
        assertThatThrownBy(() -> backfill.next(Cursor.start()))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("after id 0")
                .hasMessageContaining("id 2 after id 3")
                .hasMessageContaining("ascend strictly");
    }

    /** Had the cursor been inclusive, the last id would come again, for ever. */
    @Test
    void anIdThatWasAskedToBeExcludedIsAnErrorToo() {
        feed.put(7, LONG_AGO);
        assertThatThrownBy(() -> IdOrder.lastOf(feed::idOf, feed.idPage(6), 7, "orders"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("id 7 after id 7");
    }

    @Test
    void idsWithoutDetailAreNamedAndDoNotStopIt() {
        feed.putRows(3, LONG_AGO).withoutDetailOf(2);
        Chunk chunk = backfill.next(Cursor.start());
        assertThat(idsOf(chunk)).containsExactly(1L, 3L);
        assertThat(chunk.facts().idsWithoutDetail()).containsExactly(2L);
        assertThat(chunk.next().number("last_id", 0)).isEqualTo(3);
    }
}
