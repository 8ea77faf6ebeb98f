package io.martech.connect.source.reader.offsets;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.Cursors;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.backfill.BackfillThenWindows;
import io.martech.connect.source.reader.emitted.EmittedMemory;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.emitted.VersionGuard;
import io.martech.connect.source.reader.window.LateArrivalProbe;
import io.martech.connect.source.reader.window.UpdateWindows;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorRulesTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);

    /** Whatever is stored must be accepted when a person stores it again. */
    @Test
    void everyCursorThatReadingMakesIsAccepted() {
        FakeFeed feed = new FakeFeed().pagesOf(5).idPagesOf(5).refusingBeyondPage(3);
        for (long id = 1; id <= 60; id++) {
            feed.put(id, id <= 30 ? TEN.minusDays(1) : TEN.minusSeconds(100 - id));
        }
        for (long id = 61; id <= 90; id++) {
            feed.put(id, TEN.minusSeconds(63));
        }
        ManualTime time = ManualTime.atTen();
        WindowSettings settings = Cursors.settings(3);
        BackfillThenWindows reader = new BackfillThenWindows(
                feed,
                settings,
                time,
                Cursors.oneChain(feed),
                null,
                new UpdateWindows(
                        feed,
                        settings,
                        time,
                        new LateArrivalProbe(feed, settings, time, time),
                        Cursors.oneChain(feed),
                        new VersionGuard()));
        Cursor cursor = Cursor.start();
        for (int poll = 0; poll < 10; poll++) {
            for (Chunk chunk : Cursors.readAll(cursor, reader::next)) {
                cursor = chunk.next();
                Map<String, Object> offset = cursor.toOffset();
                assertThatCode(() -> CursorRules.check("orders", offset)).doesNotThrowAnyException();
            }
            time.advance(Duration.ofSeconds(20));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cutoff",
                "windows_from",
                "read_up_to",
                "read_proven_up_to",
                "trailing_up_to",
                "trailing_proven_up_to",
                "far_late_since"
            })
    void timesAreInThePlatformsFormat(String field) {
        assertAccepted(field, "2026-01-01 08:00:00");
        for (Object wrong : new Object[] {"2026-01-01", "2026-01-01T08:00:00", "2026-13-01 08:00:00", 5L, null}) {
            assertRefused(field, wrong).hasMessageContaining("a time such as 2026-01-01 08:00:00");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "scan_last_id"
            })
    void numbersAreWholeAndNotNegative(String field) {
        assertAccepted(field, 0);
        assertAccepted(field, 42L);
        assertAccepted(field, "42");
        for (Object wrong : new Object[] {-1, 1.5, "many", "", null, "99999999999999999999"}) {
            assertRefused(field, wrong).hasMessageContaining("a whole number, not negative");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "phase, backfill, backfill windows",
        "method, id, id window",
        "method, window, id window",
        "window_precision, second, day second",
        "window_precision, day, day second",
        "page_size_is_exact, true, false true"
    })
    void wordsAreOneOfAFew(String field, String valid, String choices) {
        assertAccepted(field, valid);
        assertRefused(field, "other").hasMessageContaining("one of " + choices.replace(" ", ", "));
        assertRefused(field, null).hasMessageContaining("one of");
    }

    @Test
    void whatIsRememberedMustBeAsItWasListed() {
        EmittedMemory memory = EmittedMemory.from(Cursor.start());
        memory.add(Cursors.TIMES.versionOf(FakeFeed.row(1, TEN)));
        assertAccepted("emitted", memory.addTo(Cursor.start()).text("emitted"));
        assertRefused("emitted", "nonsense!").hasMessageContaining("left out");
        assertRefused("emitted", "AAAA").hasMessageContaining("left out");
        assertAccepted("unproven_seconds", "2026-03-01 10:00:00=250,2026-03-01 10:00:01=300");
        assertRefused("unproven_seconds", "10:00=250").hasMessageContaining("left out");
        assertRefused("unproven_seconds", "2026-99-01 10:00:00=250").hasMessageContaining("left out");
    }

    @Test
    void aFieldThatDoesNotExistIsRefused() {
        assertRefused("lastId", 5)
                .hasMessageContaining("'lastId'")
                .hasMessageContaining("no such field")
                .hasMessageContaining("last_id");
    }

    @Test
    void windowsNeedATimeToBeginAt() {
        assertThatThrownBy(() -> CursorRules.check("orders", Map.of("phase", "windows")))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("read_up_to");
    }

    @Test
    void theTimesOfAScanAreAsTheyWereListed() {
        assertAccepted(
                "crowded_times", "2026-03-01 10:00:00/2026-03-01 10:00:20,2026-03-01 10:01:00/2026-03-01 10:01:01");
        assertRefused("scanned_times", "2026-03-01 10:00:00").hasMessageContaining("exactly as it was listed");
        assertRefused("scanned_times", "2026-03-01 10:00:01/2026-03-01 10:00:00")
                .hasMessageContaining("exactly as it was listed");
    }

    @Test
    void anOffsetStaysBelow256Kilobytes() {
        EmittedMemory memory = EmittedMemory.from(Cursor.start());
        for (long hash = 0; hash < 30_000; hash++) {
            memory.add(new RowVersion(TEN, null, hash));
        }
        assertThatThrownBy(() ->
                        CursorRules.check("orders", memory.addTo(Cursor.start()).toOffset()))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("256 KB");
    }

    @Test
    void everyRefusalShowsAnExample() {
        assertRefused("last_id", "x")
                .hasMessageContaining("'orders'")
                .hasMessageContaining("{\"phase\": \"windows\", \"read_up_to\": \"2026-01-01 08:00:00\"}");
    }

    private static void assertAccepted(String field, Object value) {
        assertThatCode(() -> CursorRules.check("orders", Map.of(field, value))).doesNotThrowAnyException();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String field, Object value) {
        return assertThatThrownBy(() -> CursorRules.check("orders", Collections.singletonMap(field, value)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("'" + field + "'");
    }
}
