package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything read again by id, by interval and on request. */
class ResyncTest {

    private static final String INTERVAL = "resync.interval.ms";
    private static final String REQUEST = "resync.request";
    private static final int ROWS = 1_500;

    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void whatChangedWithoutANewUpdateTimeArrivesWithTheNextResync(String resource) {
        try (ReadingRig rig = rig(resource, 1).with(INTERVAL, "420000")) {
            rig.life.changesPerSecond(5);
            rig.readFor(Duration.ofMinutes(2));
            rig.readToRest();
            changeInSilence(rig, 40);
            rig.readFor(Duration.ofMinutes(6));

            rig.assertFoldEqualsPlatform();
            assertThat(rowsOf(resyncs(rig))).isEqualTo(ROWS);
            assertThat(resyncs(rig).get(0).rows().get(0).readMode().text()).isEqualTo("resync");
        }
    }

    @Test
    void progressSaysHowMuchIsDoneAndThatItIsCompleted() {
        try (ReadingRig rig = rig("orders", 2).with(REQUEST, "once")) {
            rig.readToRest();
            List<Progress.ById> progress =
                    resyncs(rig).stream().map(chunk -> chunk.facts().byId()).toList();
            assertThat(progress)
                    .extracting(Progress.ById::completed)
                    .containsOnlyOnce(true)
                    .endsWith(true);
            assertThat(progress.get(progress.size() - 1).percent()).isEqualTo(100);
            assertThat(progress).extracting(Progress.ById::percent).anyMatch(now -> now > 20 && now < 80);
            assertThat(progress).anyMatch(now -> now.ranges() > 1);
            assertThat(rig.cursor.toOffset()).containsKey("resync_ended_at").doesNotContainKey("resync_started_at");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void whileRowsAreUpdatedNothingIsLostOrTakenBack(String resource) {
        try (ReadingRig rig = rig(resource, 3).with(INTERVAL, "30000")) {
            rig.quirks().commitDelay(Duration.ofSeconds(20));
            rig.changing(withSomeSilence(rig, 3));
            rig.life.changesPerSecond(20);
            rig.readFor(Duration.ofMinutes(6));
            rig.readToRest();

            rig.assertFoldEqualsPlatform();
            assertThat(resyncs(rig)).hasSizeGreaterThan(40);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void stoppedAnywhereNothingIsLostOrTakenBack(String resource) {
        try (ReadingRig rig = rig(resource, 4).with(INTERVAL, "20000")) {
            rig.quirks().commitDelay(Duration.ofSeconds(20));
            rig.changing(withSomeSilence(rig, 5));
            rig.life.changesPerSecond(20);
            for (int i = 0; i < 600; i++) {
                if (rig.readChunk().isEmpty()) {
                    rig.rest();
                }
                if (i % 60 == 0) {
                    rig.restart();
                }
            }
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(resyncs(rig)).isNotEmpty();
        }
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        try (ReadingRig rig = rig("orders", 6).with(REQUEST, "once")) {
            rig.readFor(Duration.ofSeconds(30));
            while (resyncs(rig).size() < 5) {
                readOrRest(rig);
            }
            rig.restart();
            rig.readFor(Duration.ofMinutes(5));
            assertThat(rowsOf(resyncs(rig))).as("each row once").isEqualTo(ROWS);
        }
    }

    /** Not exactly once: data and cursors arrive in any order, and any of them may be missing when it dies. */
    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void killedAnywhereNothingIsLost(String resource) throws InterruptedException {
        long seed = 20_260_307;
        Random random = new Random(seed);
        try (ReadingRig rig = rig(resource, seed).with(INTERVAL, "15000")) {
            rig.quirks().commitDelay(Duration.ofSeconds(20));
            rig.changing(withSomeSilence(rig, seed));
            rig.life.changesPerSecond(10);
            try (ConnectModel connect = new ConnectModel(rig, seed)) {
                for (int i = 0; i < 300; i++) {
                    connect.poll();
                    connect.acknowledgeSome();
                    if (random.nextInt(12) == 0) {
                        connect.crash();
                    }
                }
                connect.runToRest();
                rig.assertNothingIsLost();
            }
        }
    }

    @Test
    void whatIsNewComesBeforeWhatIsReadAgain() {
        try (ReadingRig rig = rig("orders", 8)) {
            rig.quirks().cursorPageSize.set(2);
            rig.readToRest();
            rig.with(REQUEST, "now").restart();
            while (resyncs(rig).isEmpty()) {
                readOrRest(rig);
            }
            long updated = rig.ids().get(ROWS / 2);
            rig.clock.advance(Duration.ofSeconds(1));
            rig.platform.orders().update(updated);
            int before = rig.chunks.size();
            while (rig.cursor.has("resync_started_at")) {
                readOrRest(rig);
            }
            List<Chunk> chunks = rig.chunks.subList(before, rig.chunks.size());
            int emitted = indexOfTheChunkWith(chunks, updated);
            assertThat(emitted)
                    .as("unit that holds the update, of " + chunks.size())
                    .isBetween(0, chunks.size() / 2);
            assertThat(chunks.get(emitted).rows().get(0).readMode().text()).isEqualTo("window");
        }
    }

    /** The process that emitted the newer state may be gone. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRowIsNeverTakenBackByAReplicaThatIsBehind(boolean restarts) {
        try (ReadingRig rig = rig("orders", 9).with(INTERVAL, "10000")) {
            rig.readToRest();
            rig.quirks().staleReplicas(0.3, Duration.ofSeconds(40));
            rig.life.changesPerSecond(20);
            for (int i = 0; i < 8; i++) {
                rig.readFor(Duration.ofSeconds(90));
                if (restarts) {
                    rig.restart();
                }
            }
            assertThat(resyncs(rig)).isNotEmpty();
            assertThat(takenBackByAResync(rig)).isEmpty();
        }
    }

    @Test
    void offByDefaultItMakesNoCallAndStoresNothing() {
        try (ReadingRig rig = rig("orders", 10)) {
            rig.readToRest();
            long before = rig.server.requests().of("orders.cursor");
            changeInSilence(rig, 10);
            rig.readFor(Duration.ofHours(1));
            assertThat(rig.server.requests().of("orders.cursor") - before)
                    .as("requests by id in an hour: one probe a minute")
                    .isBetween(1L, 60L);
            assertThat(resyncs(rig)).isEmpty();
            assertThat(rig.cursor.toOffset().keySet()).noneMatch(key -> key.startsWith("resync"));
        }
    }

    @Test
    void everyNewRequestIsServedOnce() {
        try (ReadingRig rig = rig("orders", 11)) {
            rig.readToRest();
            for (String request : List.of("ticket 7", "ticket 8", "ticket 7")) {
                int before = rowsOf(resyncs(rig));
                rig.with(REQUEST, request).restart();
                rig.readFor(Duration.ofMinutes(5));
                rig.restart();
                rig.readFor(Duration.ofMinutes(5));
                assertThat(rowsOf(resyncs(rig)) - before).as(request).isEqualTo(ROWS);
            }
            rig.assertFoldEqualsPlatform();
        }
    }

    @Test
    void aNewRequestTakesThePlaceOfTheOneThatIsUnderWay() {
        try (ReadingRig rig = rig("orders", 12).with(REQUEST, "first")) {
            rig.readFor(Duration.ofSeconds(30));
            while (resyncs(rig).size() < 3) {
                readOrRest(rig);
            }
            int before = rowsOf(resyncs(rig));
            rig.with(REQUEST, "second").restart();
            rig.readFor(Duration.ofMinutes(5));
            assertThat(rowsOf(resyncs(rig)) - before).isEqualTo(ROWS);
        }
    }

    @Test
    void aRequestMayBeLimitedToRowsOfATime() {
        try (ReadingRig rig = rig("orders", 13)) {
            rig.readToRest();
            rig.with(REQUEST, "two days of ten")
                    .with("resync.from", "2026-02-22")
                    .with("resync.to", "2026-02-24 00:00:00")
                    .restart();
            rig.readFor(Duration.ofMinutes(5));
            List<String> times = resyncs(rig).stream()
                    .flatMap(chunk -> chunk.rows().stream())
                    .map(row -> row.content().path("lastUpdated").asText())
                    .toList();
            assertThat(times)
                    .hasSizeBetween(ROWS / 5 - 2, ROWS / 5 + 2)
                    .allMatch(time -> time.startsWith("2026-02-22") || time.startsWith("2026-02-23"));
        }
    }

    /** Rows that were updated before the time from which on they are wanted stay unwanted. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsThatAreOlderThanTheStartTimeStayUnwanted(boolean afterACursorSetByHand) {
        try (ReadingRig rig = rig("orders", 14).with(INTERVAL, "60000").with("start.time", "2026-02-28 10:00:00")) {
            rig.readToRest();
            if (afterACursorSetByHand) {
                rig.cursor = Cursor.start().with("phase", "windows").with("read_up_to", "2026-03-01 10:00:00");
                rig.restart();
                rig.readFor(Duration.ofMinutes(5));
            }
            assertThat(resyncs(rig)).isNotEmpty();
            assertThat(rig.topic.fold()).hasSizeBetween(1, ROWS / 2);
        }
    }

    /** As the documents show it. A row from the middle says nothing about what lies above it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void afterACursorSetByHandEverythingComesToo(int updates) {
        try (ReadingRig rig = rig("orders", 16).with(INTERVAL, "60000")) {
            rig.readToRest();
            rig.cursor = Cursor.start().with("phase", "windows").with("read_up_to", "2026-03-01 10:00:00");
            rig.restart();
            if (updates > 0) {
                rig.platform.orders().update(rig.ids().get(ROWS / 2));
            }
            changeInSilence(rig, 40);
            rig.readFor(Duration.ofMinutes(5));
            rig.assertFoldEqualsPlatform();
        }
    }

    private static void readOrRest(ReadingRig rig) {
        if (rig.readChunk().isEmpty()) {
            rig.rest();
        }
    }

    private static List<Chunk> resyncs(ReadingRig rig) {
        return rig.chunks.stream()
                .filter(chunk -> chunk.facts().pass() == Progress.Pass.RESYNC)
                .toList();
    }

    private static int rowsOf(List<Chunk> chunks) {
        return chunks.stream().mapToInt(chunk -> chunk.rows().size()).sum();
    }

    /** A window may do so after a restart, for it does not know what was emitted before. */
    private static List<String> takenBackByAResync(ReadingRig rig) {
        Map<Long, String> newest = new HashMap<>();
        List<String> takenBack = new ArrayList<>();
        for (Chunk chunk : rig.chunks) {
            chunk.rows().forEach(row -> {
                String updated = row.content().path("lastUpdated").asText();
                String before = newest.merge(
                        row.content().path("id").longValue(),
                        updated,
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
                if (chunk.facts().pass() == Progress.Pass.RESYNC && updated.compareTo(before) < 0) {
                    takenBack.add(before + " then " + updated);
                }
            });
        }
        return takenBack;
    }

    private static int indexOfTheChunkWith(List<Chunk> chunks, long id) {
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).rows().stream()
                    .anyMatch(row -> row.content().path("id").longValue() == id)) {
                return i;
            }
        }
        return -1;
    }

    /** Rows that have not been touched for long, evenly spread. */
    private static void changeInSilence(ReadingRig rig, int rows) {
        List<Long> ids = rig.ids();
        for (int i = 0; i < rows; i++) {
            rig.changeInSilence(ids.get(i * ids.size() / rows));
        }
    }

    /** Updates, and every tenth time a change that moves nothing. */
    private static Runnable withSomeSilence(ReadingRig rig, long seed) {
        Random random = new Random(seed);
        return () -> {
            if (random.nextInt(10) == 0) {
                List<Long> ids = rig.ids();
                rig.changeInSilence(ids.get(random.nextInt(ids.size())));
            } else {
                rig.updateOne();
            }
        };
    }

    private static ReadingRig rig(String resource, long seed) {
        ReadingRig rig = new ReadingRig(resource, seed);
        rig.quirks()
                .windowPageSize
                .set(50)
                .cursorPageSize
                .set(100)
                .largestContactCursorPage
                .set(100);
        if ("orders".equals(resource)) {
            rig.platform.orders().insertHistory(ROWS, Duration.ofDays(10));
        } else {
            rig.platform.contacts().insertHistory(ROWS, Duration.ofDays(10));
        }
        return rig;
    }
}
