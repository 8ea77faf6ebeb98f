package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.server.LinkflowServer;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTagExports;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tag values of everybody through export tasks, against the simulated platform, in virtual time. */
class TagExportsTest {

    private static final String RESOURCE = "tag-value-lines";

    /** More lines than two chunks hold. */
    private static final int MANY = 2 * Chunk.MAXIMUM_ROWS + 500;

    private static final Duration DAY = Duration.ofDays(1);

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T02:00:00Z"));
    private final LinkflowPlatform platform = new LinkflowPlatform(clock, 1);
    private final ApiServer server = LinkflowServer.start(platform);
    private final PlatformLife life = new PlatformLife(clock, () -> {});
    private final MemoryOffsets offsets = new MemoryOffsets();
    private final Map<String, String> properties = new HashMap<>();
    private final List<String> emitted = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private Cursor cursor = Cursor.start();
    private RigReader reader;

    @BeforeEach
    void start() {
        properties.put("linkflow.url", server.uri().toString());
        properties.put("linkflow.app.key", LinkflowPlatform.APP_KEY);
        properties.put("linkflow.app.secret", LinkflowPlatform.APP_SECRET);
        properties.put("topic.prefix", "lf");
        properties.put("tag-value-lines.tag.keys", "tag_city,tag_vip");
        properties.put("tag-value-lines.identity.type", "mobilePhone");
        platform.tags().add("tag_city", "text");
        platform.tags().add("tag_vip", "text");
        setCityOf(10);
        platform.tags().set(3, "tag_vip", "是");
        restart();
    }

    @AfterEach
    void stop() {
        reader.close();
        server.close();
        assertThat(server.ownErrors()).as("errors of the simulator itself").isEmpty();
    }

    @Test
    void everyLineArrivesOnceAndBetweenExportsNothingIsAsked() {
        setCityOf(MANY);
        exports().exportTime.set(Duration.ofMinutes(12));
        readFor(Duration.ofMinutes(20));
        assertThat(emitted).containsExactlyInAnyOrderElementsOf(truth()).hasSize(MANY + 1 + 2);
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.rows()).hasSizeLessThanOrEqualTo(Chunk.MAXIMUM_ROWS));
        assertThat(beginnings()).as("when each export was asked for").hasSize(2);

        long requests = server.requests().total();
        readFor(Duration.ofHours(20));
        assertThat(server.requests().total()).isEqualTo(requests);

        platform.tags().set(3, "tag_vip", "否");
        readFor(DAY.minusHours(20));
        assertThat(exports().begun()).isEqualTo(4);
        assertThat(emitted).containsExactlyInAnyOrderElementsOf(truth());
    }

    @Test
    void restartedAfterEveryChunkItRepeatsNothingLosesNothingAndAsksForNothingAnew() {
        setCityOf(MANY);
        exports().exportTime.set(Duration.ofMinutes(12));
        Instant end = clock.instant().plus(Duration.ofHours(1));
        while (clock.instant().isBefore(end)) {
            Optional<Chunk> chunk = readChunk();
            restart();
            if (chunk.isEmpty() || chunk.get().slice() == null) {
                clock.advance(Duration.ofMinutes(5));
            }
        }
        assertThat(exports().begun()).isEqualTo(2);
        assertThat(emitted).containsExactlyInAnyOrderElementsOf(truth());
        assertThat(beginnings()).as("when each export was asked for").hasSize(2);
    }

    @Test
    void aFailedExportIsAnErrorAndTheNextReaderAsksForANewOne() {
        exports().exportsFail.set(true);
        assertThatThrownBy(() -> readFor(Duration.ofMinutes(10)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("tag_city")
                .hasMessageContaining("status 'ERROR'")
                .hasMessageContaining("导出失败");
        exports().exportsFail.set(false);
        restart();
        readFor(Duration.ofMinutes(10));
        assertThat(exports().begun()).isEqualTo(3);
        assertThat(emitted).containsExactlyInAnyOrderElementsOf(truth());
    }

    @Test
    void anExportThatDoesNotEndIsAnErrorAndTheNextReaderAsksForANewOne() {
        properties.put("tag-value-lines.tag.keys", "tag_city");
        restart();
        exports().exportTime.set(Duration.ofDays(300));
        assertThatThrownBy(() -> readFor(DAY))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("tag-value-lines.timeout.ms")
                .hasMessageContaining("status 'INITIAL'");
        restart();
        readFor(Duration.ofMinutes(10));
        assertThat(exports().begun()).isEqualTo(2);
        assertThat(emitted).isEmpty();
    }

    @Test
    void anExportThatIsForgottenWhileNobodyReadsIsAskedForAgain() {
        exports().exportTime.set(Duration.ofMinutes(12));
        readFor(Duration.ofMinutes(10));
        assertThat(exports().begun()).isEqualTo(2);

        clock.advance(DAY);
        exports().forget();
        restart();
        readFor(Duration.ofMinutes(20));
        assertThat(exports().begun()).isEqualTo(4);
        assertThat(emitted).containsExactlyInAnyOrderElementsOf(truth());
    }

    @Test
    void anExportThatIsForgottenAtOnceIsAnErrorAndTheNextReaderAsksForANewOne() {
        exports().exportTime.set(Duration.ofMinutes(12));
        readFor(Duration.ofMinutes(5));
        exports().forget();
        assertThatThrownBy(() -> readFor(Duration.ofMinutes(10)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("tag_city")
                .hasMessageContaining("no longer exists")
                .hasMessageContaining("B00008")
                .hasMessageContaining("A restart of the task requests a new export");
        assertThat(exports().begun()).isEqualTo(2);
    }

    @Test
    void anEncodingThatIsAnotherIsAnErrorUntilItIsSet() {
        exports().charset.set(Charset.forName("GBK"));
        assertThatThrownBy(() -> readFor(Duration.ofMinutes(10))).hasMessageContaining("tag-value-lines.charset");
        properties.put("tag-value-lines.charset", "GBK");
        restart();
        readFor(Duration.ofMinutes(10));
        assertThat(exports().begun()).isEqualTo(2);
        assertThat(emitted).containsExactlyInAnyOrderElementsOf(truth());
    }

    private void setCityOf(int people) {
        for (long person = 1; person <= people; person++) {
            platform.tags().set(person, "tag_city", "城市 " + person % 7);
        }
    }

    private LinkflowTagExports exports() {
        return platform.tagExports();
    }

    private void restart() {
        if (reader != null) {
            reader.close();
        }
        reader = RigReader.open(RESOURCE, properties, life, new VirtualTime(clock, life::pass), offsets);
    }

    private void readFor(Duration duration) {
        Instant end = clock.instant().plus(duration);
        while (!clock.instant().isAfter(end)) {
            while (readChunk().isPresent()) {
                // The next one.
            }
            clock.advance(Duration.ofMinutes(5));
        }
    }

    /** Reads one chunk, and stores its cursor: exactly once. */
    private Optional<Chunk> readChunk() {
        Optional<Chunk> chunk = reader.resource().reader().next(cursor);
        chunk.ifPresent(read -> {
            read.rows().forEach(row -> emitted.add(line(row.content())));
            chunks.add(read);
            offsets.store("linkflow", RESOURCE, read);
            if (read.slice() == null) {
                cursor = Cursor.fromOffset(read.next().toOffset());
            }
        });
        return chunk;
    }

    private List<String> beginnings() {
        return chunks.stream()
                .flatMap(chunk -> chunk.rows().stream())
                .map(row -> row.content().path("taskId") + " " + row.content().path("startedAt"))
                .distinct()
                .toList();
    }

    private static String line(JsonNode row) {
        return row.path("tagKey").asText() + " " + row.path("taskId") + " " + row.path("line") + " "
                + row.path("text").asText();
    }

    private List<String> truth() {
        List<String> truth = new ArrayList<>();
        exports().lines().forEach((task, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
                truth.add(exports().tagKeyOf(task) + " " + task + " " + (i + 1) + " " + lines.get(i));
            }
        });
        return truth;
    }
}
