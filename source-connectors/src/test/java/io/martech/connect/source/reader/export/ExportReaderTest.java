package io.martech.connect.source.reader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TextLines;
import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Slice;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

/** What becomes of an export whose file or whose task the platform does not have any more. */
class ExportReaderTest {

    private static final Slice TAG = new Slice("tag", "tag_city");

    private final ManualTime time = ManualTime.atTen();
    private final Map<Slice, Cursor> stored = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final FakeExports platform = new FakeExports();
    private ExportReader exports = exports();

    @Test
    void anAddressThatExpiresInMidFileIsAskedForAgainAndNoLineComesTwice() {
        platform.linesPerAddress = 2;
        poll();
        assertThat(told).containsExactly("1 a", "1 b", "1 c");
        assertThat(platform.begun).isEqualTo(1);
    }

    @Test
    void aNewAddressThatIsRefusedIsAnErrorAndTheNextReaderAsksForANewExport() {
        platform.linesPerAddress = 0;
        assertThatThrownBy(this::poll)
                .isInstanceOf(ConnectException.class)
                .hasMessage("lines: the export 1 of tag tag_city has no file: gone 0 lines of it were read."
                        + " A restart of the task requests a new export.");
        platform.linesPerAddress = 9;
        exports = exports();
        poll();
        assertThat(told).containsExactly("2 a", "2 b", "2 c");
    }

    @Test
    void aForgottenExportIsAskedForAgainIfTheNextOneIsDue() {
        platform.isRunning = true;
        poll();
        platform.isForgotten = true;
        time.advance(Duration.ofHours(25));
        exports = exports();
        read();
        platform.isForgotten = false;
        platform.isRunning = false;
        poll();
        assertThat(platform.begun).isEqualTo(2);
        assertThat(told).containsExactly("2 a", "2 b", "2 c");
    }

    @Test
    void aPlatformThatForgetsAtOnceIsNotAskedOverAndOver() {
        platform.isForgotten = true;
        assertThatThrownBy(this::poll)
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("no longer exists. The platform answered code B00008.");
        assertThat(platform.begun).isEqualTo(1);
    }

    @Test
    void anotherFaultKeepsTheExport() {
        platform.linesPerAddress = 0;
        platform.refusal = Category.STOP;
        assertThatThrownBy(this::poll).isInstanceOf(PlatformException.class).hasMessage("gone");
        platform.linesPerAddress = 9;
        exports = exports();
        poll();
        assertThat(told).containsExactly("1 a", "1 b", "1 c");
    }

    /** A wrong clock, or a person, has set it. */
    @Test
    void aBeginningThatLiesAheadKeepsNoExportFromBeingRequested() {
        poll();
        stored.computeIfPresent(TAG, (slice, cursor) -> cursor.with("started_at", "2027-03-01 10:00:00"));
        exports = exports();
        poll();
        assertThat(told).containsExactly("1 a", "1 b", "1 c", "2 a", "2 b", "2 c");
    }

    @Test
    void anExportThatSeemsToHaveBegunInTheFutureIsWaitedForAsLongAsAnyOther() {
        platform.isRunning = true;
        poll();
        stored.computeIfPresent(TAG, (slice, cursor) -> cursor.with("started_at", "2027-03-01 10:00:00"));
        exports = exports();
        poll();
        assertThat(stored.get(TAG).text("started_at")).isEqualTo("2026-03-01 10:00:00");
        time.advance(Duration.ofHours(31));
        assertThatThrownBy(() -> {
                    poll();
                    poll();
                })
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("was not finished within");
    }

    private ExportReader exports() {
        ExportSettings settings = new ExportSettings(Duration.ofDays(1), Duration.ofHours(30), "timeout");
        return new ExportReader(
                platform,
                slices -> slices.stream()
                        .collect(Collectors.toMap(slice -> slice, slice -> stored.getOrDefault(slice, Cursor.start()))),
                time,
                ManualTime.ZONE,
                settings);
    }

    private void poll() {
        for (int chunks = 0; chunks < 20 && read().isPresent(); chunks++) {
            // The next one.
        }
    }

    private Optional<Chunk> read() {
        Optional<Chunk> chunk = exports.next(Cursor.start());
        chunk.filter(read -> read.slice() != null).ifPresent(read -> {
            read.rows().forEach(row -> told.add(row.content().textValue()));
            stored.put(read.slice(), read.next());
        });
        return chunk;
    }

    /** Each file is the lines a, b, c; they are given one by one. */
    private static final class FakeExports implements ExportFeed {

        private static final List<String> LINES = List.of("a", "b", "c");

        private int begun;
        private int linesPerAddress = 9;
        private boolean isRunning;
        private boolean isForgotten;
        private Category refusal = Category.REJECT;

        @Override
        public String name() {
            return "lines";
        }

        @Override
        public List<Slice> slices() {
            return List.of(TAG);
        }

        @Override
        public String begin(Slice slice) {
            begun++;
            return String.valueOf(begun);
        }

        @Override
        public Export status(String task) {
            if (isForgotten) {
                return new Export(Export.State.FORGOTTEN, null, "code B00008");
            }
            return new Export(isRunning ? Export.State.RUNNING : Export.State.FINISHED, "file", "status");
        }

        @Override
        public TextLines open(Export export, long linesReadBefore) {
            return new TextLines() {
                private int given;

                @Override
                public List<String> next(int most) {
                    if (given == linesPerAddress) {
                        throw new PlatformException(refusal, "gone", 404, null, null, null);
                    }
                    int next = (int) linesReadBefore + given++;
                    return next < LINES.size() ? List.of(LINES.get(next)) : List.of();
                }

                @Override
                public void close() {
                    // Nothing is held.
                }
            };
        }

        @Override
        public JsonNode row(Slice slice, String task, long line, String text, LocalDateTime startedAt) {
            assertThat(LINES.get((int) line - 1)).isEqualTo(text);
            return TextNode.valueOf(task + " " + text);
        }
    }
}
