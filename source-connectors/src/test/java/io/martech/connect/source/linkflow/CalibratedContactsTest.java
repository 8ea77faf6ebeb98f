package io.martech.connect.source.linkflow;

import static io.martech.connect.source.linkflow.FakeContacts.timeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.reader.emitted.RowTimes;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalibratedContactsTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0);

    private final FakeContacts contacts =
            new FakeContacts((time, from, to) -> !time.isBefore(timeOf(from)) && time.isBefore(timeOf(to)));

    @AfterEach
    void close() {
        contacts.close();
    }

    @Test
    void itFindsOutFirstAndKeepsTheResultInTheCursor() {
        contacts.put(1, NOON);
        Cursor before = Cursor.start().with("phase", "windows").with("read_up_to", "2026-01-01 08:00:00");
        Chunk chunk = reader(null).next(before).orElseThrow();
        assertThat(chunk.rows()).isEmpty();
        assertThat(chunk.from()).isEqualTo(before);
        assertThat(chunk.next()).isEqualTo(before.with("window_precision", "second"));
        assertThat(chunk.facts().phase()).isEqualTo(Progress.Phase.CALIBRATE);
        assertThat(readBy(reader(null), chunk.next())).isEqualTo("by second");
    }

    @Test
    void whatIsKnownIsNotAskedAgain() {
        assertThat(readBy(reader(null), Cursor.start().with("window_precision", "day")))
                .isEqualTo("by day");
        assertThat(contacts.client().requests()).isEmpty();
    }

    @Test
    void theUsersWordCountsWhateverWasFound() {
        Cursor found = Cursor.start().with("window_precision", "second");
        assertThat(readBy(reader(WindowPrecision.DAY), found)).isEqualTo("by day");
        assertThat(readBy(reader(WindowPrecision.SECOND), Cursor.start())).isEqualTo("by second");
        assertThat(contacts.client().requests()).isEmpty();
    }

    @Test
    void withoutContactsThereIsNothingToRead() {
        assertThat(reader(null).next(Cursor.start())).isEmpty();
        assertThat(reader(null).completeUpTo(Cursor.start())).isNull();
    }

    @Test
    void completeUpToIsThatOfTheReaderInUse() {
        assertThat(reader(null).completeUpTo(Cursor.start().with("window_precision", "day")))
                .isEqualTo(NOON);
    }

    private CalibratedContacts reader(WindowPrecision configured) {
        return new CalibratedContacts(
                contacts.feed(),
                new RowTimes("contacts", ZoneOffset.ofHours(8)),
                Map.of(
                        WindowPrecision.SECOND, new Named("by second"),
                        WindowPrecision.DAY, new Named("by day")),
                configured);
    }

    private static String readBy(Reader reader, Cursor cursor) {
        return reader.next(cursor).orElseThrow().next().text("read");
    }

    /** Writes its name into the cursor. */
    private record Named(String name) implements Reader {

        @Override
        public Optional<Chunk> next(Cursor cursor) {
            ChunkStats facts = new ChunkStats(
                    Progress.Phase.WINDOWS, Progress.Pass.FIRST, null, null, null, null, 0, null, List.of());
            return Optional.of(new Chunk(List.of(), cursor, cursor.with("read", name), facts));
        }

        @Override
        public LocalDateTime completeUpTo(Cursor cursor) {
            return NOON;
        }
    }
}
