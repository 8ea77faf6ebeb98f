package io.martech.connect.source.reader.window;

import static io.martech.connect.source.reader.FakeFeed.idsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.Progress;
import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.reader.Cursors;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.emitted.EmittedMemory;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateArrivalProbeTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 1, 10, 0);
    private static final LocalDateTime READ_UP_TO = NOW.minusMinutes(1);

    private final ManualTime time = ManualTime.atTen();
    private final FakeFeed feed = new FakeFeed();
    private final CompletedWindows completed = new CompletedWindows(feed::idOf, Cursors.TIMES);
    private final LateArrivalProbe probe = probe();
    private Cursor cursor = Cursors.readUpTo(READ_UP_TO).with("highest_id", 5L);

    @Test
    void aNewRowOfATimeThatWasReadHasSlippedThrough() {
        feed.put(6, READ_UP_TO.minusSeconds(30)).put(7, READ_UP_TO).put(8, NOW);
        Chunk chunk = next().orElseThrow();
        assertThat(idsOf(chunk)).as("the others are still to be read").containsExactly(6L);
        assertThat(chunk.rows()).extracting(Row::readMode).containsExactly(Row.ReadMode.PROBE);
        assertThat(chunk.facts().pass()).isEqualTo(Progress.Pass.PROBE);
        assertThat(chunk.facts().lateRows()).isEqualTo(1);
        assertThat(chunk.facts().oldestLateMillis()).isEqualTo(90_000);
        assertThat(chunk.next().toOffset())
                .containsEntry("highest_id", 6L)
                .containsEntry("late_rows", 1L)
                .containsEntry("oldest_late_ms", 90_000L)
                .doesNotContainKey("far_late_probes");
        assertThat(chunk.from()).isEqualTo(cursor);
    }

    @Test
    void itAsksOnlyForRowsPastTheHighestIdSeen() {
        feed.put(5, READ_UP_TO.minusSeconds(30));
        assertThat(next()).isEmpty();
        assertThat(feed.questions()).containsExactly("ids after 5");
    }

    @Test
    void itAsksOnceAMinute() {
        next();
        time.advance(Duration.ofSeconds(59));
        next();
        assertThat(feed.requests()).isEqualTo(1);
        time.advance(Duration.ofSeconds(1));
        next();
        assertThat(feed.requests()).isEqualTo(2);
    }

    @Test
    void whatWasLookedAtIsNotLookedAtAgain() {
        feed.put(9, NOW);
        next();
        time.advance(Duration.ofMinutes(2));
        next();
        assertThat(feed.questions()).containsExactly("ids after 5", "ids after 9", "ids after 9");
    }

    @Test
    void aRowWithoutATimeIsInNoWindowSoItIsTakenHere() {
        feed.put(6, null);
        Chunk chunk = next().orElseThrow();
        assertThat(idsOf(chunk)).containsExactly(6L);
        assertThat(chunk.facts().lateRows()).as("nobody knows its age").isZero();
    }

    @Test
    void whatLiesBeforeTheStartTimeIsNotWanted() {
        cursor = WindowState.beginAt(Cursor.start(), READ_UP_TO.minusSeconds(10), READ_UP_TO)
                .with("method", "window")
                .with("read_up_to", READ_UP_TO)
                .with("trailing_up_to", READ_UP_TO);
        feed.put(6, READ_UP_TO.minusSeconds(11))
                .put(7, READ_UP_TO.minusSeconds(10))
                .put(8, null);
        assertThat(idsOf(next().orElseThrow())).containsExactly(7L);
    }

    @Test
    void whatWasEmittedByAWindowIsNotSaidAgain() {
        feed.put(6, READ_UP_TO.minusSeconds(1));
        EmittedMemory memory = EmittedMemory.from(Cursor.start());
        memory.add(Cursors.TIMES.versionOf(FakeFeed.row(6, READ_UP_TO.minusSeconds(1))));
        cursor = memory.addTo(cursor);
        assertThat(next()).isEmpty();
    }

    /** If the platform's times were eight hours behind the configured zone, every window would be empty. */
    @Test
    void theThirdTimeThatRowsAreFarTooLateIsAnErrorThatNamesTheZone() {
        for (long id = 6; id <= 7; id++) {
            feed.put(id, NOW.minusHours(8));
            Chunk chunk = next().orElseThrow();
            assertThat(idsOf(chunk)).containsExactly(id);
            cursor = chunk.next();
            time.advance(Duration.ofMinutes(2));
        }
        assertThat(cursor.number("far_late_probes", 0)).isEqualTo(2);
        feed.put(8, NOW.minusHours(8));
        assertThatThrownBy(this::next)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("+08:00")
                .hasMessageContaining("correct linkflow.time.zone")
                .hasMessageContaining("reset the offsets of 'orders'");
    }

    /** Rows that were imported with their old times are late too, but then others come whose times are right. */
    @Test
    void aNewRowWhoseTimeFitsTheZoneTakesTheDoubtAway() {
        for (long id = 6; id <= 30; id += 2) {
            feed.put(id, NOW.minusDays(100)).put(id + 1, LocalDateTime.ofInstant(time.now(), ManualTime.ZONE));
            cursor = next().orElseThrow().next();
            time.advance(Duration.ofMinutes(2));
        }
        assertThat(cursor.has("far_late_probes")).isFalse();
    }

    @Test
    void alsoIfNothingElseIsNew() {
        cursor = cursor.with("far_late_probes", 2L).with("far_late_since", NOW.minusHours(1));
        feed.put(6, NOW.minusSeconds(3));
        Chunk chunk = next().orElseThrow();
        assertThat(chunk.rows()).as("it is still to be read").isEmpty();
        assertThat(chunk.next().toOffset()).doesNotContainKeys("far_late_probes", "far_late_since");
    }

    @Test
    void afterADayTheDoubtIsForgotten() {
        for (long id = 6; id <= 16; id++) {
            feed.put(id, NOW.minusDays(100));
            cursor = next().orElseThrow().next();
            time.advance(Duration.ofHours(12).plusSeconds(1));
        }
        assertThat(cursor.number("far_late_probes", 0)).isLessThan(3);
    }

    @Test
    void theMessageNamesBothCausesAndARemedyWithoutAReset() {
        cursor = cursor.with("far_late_probes", 2L).with("far_late_since", NOW.minusHours(1));
        feed.put(8, NOW.minusDays(100));
        assertThatThrownBy(this::next)
                .hasMessageContaining("imported")
                .hasMessageContaining("2400 hours late")
                .hasMessageContaining("restart the task as soon as a new row with the current time has appeared")
                .hasMessageContaining("{\"phase\": \"windows\", \"method\": \"id\", \"windows_from\":"
                        + " \"2026-03-01 09:59:00\", \"read_up_to\": \"2026-03-01 09:59:00\", \"highest_id\": 5}")
                .hasMessageContaining("PATCH /connectors/<name>/offsets");
        cursor = cursor.with("far_late_probes", null).with("far_late_since", null);
        assertThat(idsOf(next().orElseThrow())).containsExactly(8L);
    }

    @Test
    void afterARestartItIsStillAnError() {
        cursor = cursor.with("far_late_probes", 2L).with("far_late_since", NOW.minusHours(1));
        feed.put(8, NOW.minusHours(8));
        assertThatThrownBy(this::next).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> probe().next(cursor, WindowState.from(cursor), new VersionGuard(), completed))
                .isInstanceOf(PlatformException.class);
    }

    @Test
    void lateWithinHalfAnHourIsNoReasonToDoubtTheZone() {
        for (long id = 6; id <= 20; id++) {
            feed.put(id, READ_UP_TO.minusMinutes(10));
            cursor = next().orElseThrow().next();
            time.advance(Duration.ofMinutes(1));
        }
        assertThat(cursor.has("far_late_probes")).isFalse();
    }

    @Test
    void aRowOfTheFutureIsNoErrorHoweverOftenItIsSeen() {
        feed.put(6, NOW.plusDays(1));
        for (int restart = 0; restart < 5; restart++) {
            cursor = probe().next(cursor, WindowState.from(cursor), new VersionGuard(), completed)
                    .map(Chunk::next)
                    .orElse(cursor);
        }
        assertThat(cursor.toOffset())
                .containsEntry("far_ahead_probes", 1L)
                .containsEntry("far_ahead_last_id", 6L)
                .containsEntry("certain_up_to", "2026-03-01 09:59:00");
    }

    @Test
    void whereTheClockIsKnownToBeAheadAStoredTimeThatLiesAheadGoesBackByThatToo() {
        Cursor future = cursor.with("read_up_to", NOW.plusDays(1)).with("trailing_up_to", NOW.plusDays(1));
        LocalDateTime withoutOffset = readUpTo(future);
        LocalDateTime withOffset = readUpTo(future.with(Cursor.CLOCK_OFFSET, 600_000L));
        assertThat(withOffset).isEqualTo(withoutOffset.minusMinutes(10)).isBefore(NOW);
    }

    private LocalDateTime readUpTo(Cursor future) {
        return probe.goBackFromTheFuture(future, WindowState.from(future))
                .map(Chunk::next)
                .orElseThrow()
                .time("read_up_to");
    }

    /** If the platform's times were eight hours ahead of the configured zone, windows would reach every row that much too late. */
    @Test
    void theThirdProbeInARowWithNothingButRowsOfTheFutureIsAnErrorThatNamesTheZone() {
        aheadTwice();
        feed.put(8, now().plusHours(8));
        assertThatThrownBy(this::next)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("the newest one by 8 hours")
                .hasMessageContaining("not in the zone +08:00")
                .hasMessageContaining("would fit the zone +16:00")
                .hasMessageContaining("correct linkflow.time.zone")
                .hasMessageContaining("DELETE /connectors/<name>/offsets");
        assertThat(probe.warnings()).as("one a probe").isEqualTo(3);
    }

    @Test
    void untilThenNothingMoreIsToldComplete() {
        LocalDateTime told = WindowState.completeUpTo(cursor);
        aheadTwice();
        cursor = cursor.with("read_up_to", NOW.plusMinutes(2)).with("trailing_up_to", NOW.plusMinutes(2));
        assertThat(WindowState.completeUpTo(cursor)).isEqualTo(told);
        feed.put(8, now());
        cursor = next().orElseThrow().next();
        assertThat(WindowState.completeUpTo(cursor)).as("the zone is right").isEqualTo(NOW.plusMinutes(2));
        assertThat(cursor.toOffset())
                .doesNotContainKeys("far_ahead_probes", "far_ahead_since", "far_ahead_last_id", "certain_up_to");
    }

    @Test
    void rowsOfNowAmongThoseOfTheFutureBreakTheRow() {
        for (long id = 6; id <= 30; id += 2) {
            feed.put(id, now()).put(id + 1, now().plusHours(8));
            cursor = next().orElseThrow().next();
            time.advance(Duration.ofMinutes(2));
        }
        assertThat(cursor.number("far_ahead_probes", 0)).isZero();
        assertThat(WindowState.completeUpTo(cursor))
                .as("the newest row lies ahead")
                .isEqualTo(READ_UP_TO);
    }

    @Test
    void afterADayADoubtIsOver() {
        feed.put(6, NOW.plusDays(3));
        cursor = next().orElseThrow().next();
        time.advance(Duration.ofHours(23));
        assertThat(next()).isEmpty();
        time.advance(Duration.ofHours(1));
        assertThat(next().orElseThrow().next().has("certain_up_to")).isFalse();
    }

    @Test
    void rowsThatAreFarTooLateHoldBackWhatIsToldCompleteForADayAtMost() {
        feed.put(6, NOW.minusHours(8));
        cursor = next().orElseThrow().next().with("read_up_to", NOW).with("trailing_up_to", NOW);
        assertThat(WindowState.completeUpTo(cursor)).isEqualTo(READ_UP_TO);
        time.advance(Duration.ofHours(24));
        cursor = next().orElseThrow().next();
        assertThat(WindowState.completeUpTo(cursor)).isEqualTo(NOW);
    }

    private void aheadTwice() {
        for (long id = 6; id <= 7; id++) {
            feed.put(id, now().plusHours(8));
            cursor = next().orElseThrow().next();
            time.advance(Duration.ofMinutes(1));
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(time.now(), ManualTime.ZONE);
    }

    @Test
    void aProbeThatFailsIsRepeatedAndLosesNothing() {
        feed.put(6, READ_UP_TO.minusSeconds(30)).beforeRequest(2, () -> {
            throw new PlatformException(Category.STOP, "no", 500, null, null, null);
        });
        assertThatThrownBy(this::next).hasMessage("no");
        assertThat(idsOf(next().orElseThrow())).containsExactly(6L);
    }

    @Test
    void itLooksAtNoMoreThanTenPagesAtOnce() {
        feed.idPagesOf(2);
        for (long id = 6; id < 100; id++) {
            feed.put(id, NOW);
        }
        next();
        assertThat(feed.requests()).isEqualTo(10);
        time.advance(Duration.ofMinutes(1));
        next();
        assertThat(feed.questions().get(10)).isEqualTo("ids after 25");
    }

    private LateArrivalProbe probe() {
        return new LateArrivalProbe(feed, Cursors.settings(), time, time);
    }

    private Optional<Chunk> next() {
        return probe.next(cursor, WindowState.from(cursor), new VersionGuard(), completed);
    }
}
