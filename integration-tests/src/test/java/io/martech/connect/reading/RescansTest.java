package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SourcePartitions;
import io.martech.connect.source.engine.StoredSlice;
import io.martech.connect.source.linkflow.LinkflowResources;
import io.martech.connect.source.reader.resync.ResyncReader;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything read again by id, on a platform that changes rows without moving their update time. */
class RescansTest {

    private static final String KEY = "rescan.interval.ms";
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final int ROWS = 1_500;

    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void whatChangedWithoutANewUpdateTimeIsToldByTheNextRescanAndNothingElse(String resource) {
        try (ReadingRig rig = rig(resource, 1).with(KEY, String.valueOf(INTERVAL.toMillis()))) {
            rig.life.changesPerSecond(5);
            rig.readFor(Duration.ofMinutes(2));
            rig.readToRest();
            int records = rig.topic.size();
            changeInSilence(rig, 40);
            rig.readFor(INTERVAL.multipliedBy(2));

            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.size() - records)
                    .as("records of rescans, beyond the rows that changed in silence")
                    .isEqualTo(40);
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void whileRowsAreUpdatedNothingIsLostOrToldTwice(String resource) {
        try (ReadingRig rig = rig(resource, 2).with(KEY, "30000")) {
            rig.quirks().commitDelay(Duration.ofSeconds(20));
            rig.changing(withSomeSilence(rig, 3));
            rig.life.changesPerSecond(20);
            rig.readFor(Duration.ofMinutes(6));
            rig.readToRest();

            rig.assertFoldEqualsPlatform();
            assertThat(rescansOf(rig)).as("units of rescans").hasSizeGreaterThan(20);
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void exactlyOnceNoVersionIsRepeatedWhereverItDies(String resource) {
        try (ReadingRig rig = rig(resource, 4).with(KEY, "20000")) {
            rig.quirks().commitDelay(Duration.ofSeconds(20));
            rig.changing(withSomeSilence(rig, 5));
            rig.life.changesPerSecond(20);
            for (int i = 0; i < 250; i++) {
                if (rig.readChunk().isEmpty()) {
                    rig.rest();
                }
                if (i % 4 == 0) {
                    rig.restart();
                }
            }
            rig.readToRest();

            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
        }
    }

    @Test
    void aRestartInMidRescanGoesOnWhereItWas() {
        try (ReadingRig rig = rig("orders", 6).with(KEY, "60000")) {
            rig.quirks().cursorPageSize(100);
            rig.readToRest();
            readIntoARescan(rig, 5);
            long reached = rig.cursor.number("rescan_last_id", 0);
            rig.restart();
            Chunk first = readIntoARescan(rig, 1);
            assertThat(first.from().number("rescan_last_id", 0)).isEqualTo(reached);
            while (rig.cursor.has("rescan_last_id")) {
                rig.readChunk();
            }
            assertThat(rig.topic.size()).as("nothing had changed").isEqualTo(ROWS);
        }
    }

    /** Not exactly once: data, cursors and buckets arrive in any order, and any of them may be missing when it dies. */
    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void killedAnywhereNothingIsLost(String resource) throws InterruptedException {
        long seed = 20_260_307;
        Random random = new Random(seed);
        try (ReadingRig rig = rig(resource, seed).with(KEY, "15000")) {
            rig.quirks().commitDelay(Duration.ofSeconds(20));
            rig.changing(withSomeSilence(rig, seed));
            rig.life.changesPerSecond(10);
            try (ConnectModel connect = new ConnectModel(rig, seed)) {
                for (int i = 0; i < 300; i++) {
                    connect.poll();
                    connect.acknowledgeSome();
                    if (random.nextInt(6) == 0) {
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
        try (ReadingRig rig = rig("orders", 8).with(KEY, "60000")) {
            rig.quirks().cursorPageSize(2);
            rig.readToRest();
            readIntoARescan(rig, 1);
            long updated = rig.ids().get(ROWS / 2);
            rig.clock.advance(Duration.ofSeconds(1));
            rig.platform.orders().update(updated);
            int before = rig.chunks.size();
            while (rig.cursor.has("rescan_last_id")) {
                rig.readChunk();
            }
            List<Chunk> chunks = rig.chunks.subList(before, rig.chunks.size());
            int told = indexOfTheChunkWith(chunks, updated);
            assertThat(told)
                    .as("unit that tells the update, of " + chunks.size())
                    .isBetween(0, chunks.size() / 2);
            assertThat(chunks.get(told).rows().get(0).readMode().text()).isEqualTo("window");
        }
    }

    @Test
    void aRowIsNeverTakenBackByAReplicaThatIsBehind() {
        try (ReadingRig rig = rig("orders", 9).with(KEY, "10000")) {
            rig.readToRest();
            rig.quirks().staleReplicas(0.3, Duration.ofSeconds(40));
            rig.life.changesPerSecond(20);
            rig.readFor(Duration.ofMinutes(5));
            rig.quirks().staleReplicas(0, Duration.ZERO);
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
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
            assertThat(rescansOf(rig)).isEmpty();
            assertThat(rig.chunks)
                    .allSatisfy(chunk -> assertThat(chunk.beside()).isEmpty());
            assertThat(rig.cursor.toOffset().keySet()).noneMatch(key -> key.startsWith("rescan"));
        }
    }

    @Test
    void switchedOnLaterTheFirstRescanTellsEverythingOnceAndThenOnlyWhatDiffers() {
        try (ReadingRig rig = rig("orders", 11)) {
            rig.readToRest();
            changeInSilence(rig, 10);
            rig.with(KEY, String.valueOf(INTERVAL.toMillis())).restart();
            rig.readFor(INTERVAL.plusMinutes(1));
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.size()).as("every row once more").isEqualTo(2 * ROWS);

            changeInSilence(rig, 10);
            rig.readFor(INTERVAL.plusMinutes(1));
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.size()).as("what differs").isEqualTo(2 * ROWS + 10);
        }
    }

    @Test
    void switchedOffAndOnAgainItComparesWithWhatItKnew() {
        try (ReadingRig rig = rig("orders", 12).with(KEY, "60000")) {
            rig.readToRest();
            readIntoARescan(rig, 3);
            rig.with(KEY, "0").restart();
            rig.platform.orders().update(rig.ids().get(ROWS - 1));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.size()).as("windows go on").isEqualTo(ROWS + 1);

            rig.with(KEY, "60000").restart();
            changeInSilence(rig, 1);
            rig.readFor(Duration.ofMinutes(5));
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.size())
                    .as("that row, and what changed while it was off")
                    .isEqualTo(ROWS + 3);
        }
    }

    @Test
    void whoeverResetsTheCursorGetsEverythingAgain() {
        try (ReadingRig rig = rig("orders", 13).with(KEY, "60000")) {
            rig.readToRest();
            rig.cursor = Cursor.start();
            rig.restart();
            rig.readToRest();
            rig.readFor(Duration.ofMinutes(3));
            assertThat(rig.topic.size())
                    .as("the history twice, rescans nothing")
                    .isEqualTo(2 * ROWS);
        }
    }

    /** Rows that were updated before the time from which on they are wanted stay unwanted. */
    @Test
    void rowsThatAreOlderThanTheStartTimeStayUnwanted() {
        try (ReadingRig rig = rig("orders", 14).with(KEY, "60000").with("start.time", "2026-02-28 10:00:00")) {
            rig.readToRest();
            int records = rig.topic.size();
            assertThat(records).isBetween(1, ROWS / 2);
            rig.readFor(Duration.ofMinutes(3));
            assertThat(rescansOf(rig)).isNotEmpty();
            assertThat(rig.topic.size()).isEqualTo(records);
        }
    }

    /** As the README shows it. A row from the middle says nothing about what lies above it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void afterACursorSetByHandEverythingThatDiffersIsToldToo(int updates) {
        try (ReadingRig rig = rig("orders", 16).with(KEY, "60000")) {
            rig.readToRest();
            rig.cursor = Cursor.start().with("phase", "windows").with("read_up_to", "2026-03-01 10:00:00");
            rig.restart();
            if (updates > 0) {
                rig.platform.orders().update(rig.ids().get(ROWS / 2));
            }
            changeInSilence(rig, 40);
            rig.readFor(Duration.ofMinutes(5));
            rig.assertFoldEqualsPlatform();

            int records = rig.topic.size();
            changeInSilence(rig, 40);
            rig.readFor(Duration.ofMinutes(5));
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.size() - records).as("what differs").isEqualTo(40);
        }
    }

    /** So a start time stays in force though the cursor does not name it. */
    @Test
    void afterACursorSetByHandRowsThatAreOlderThanTheStartTimeStayUnwanted() {
        try (ReadingRig rig = rig("orders", 17).with(KEY, "60000").with("start.time", "2026-02-28 10:00:00")) {
            rig.readToRest();
            int records = rig.topic.size();
            rig.cursor = Cursor.start().with("phase", "windows").with("read_up_to", "2026-03-01 10:00:00");
            rig.restart();
            rig.readFor(Duration.ofMinutes(5));
            assertThat(rig.topic.size())
                    .as("the rows that are wanted once more")
                    .isEqualTo(2 * records);
        }
    }

    /** Not exactly once, each bucket is stored on its own. */
    @Test
    void oneBucketThatIsMissingMakesOnlyItsOwnRowsUnknown() {
        try (ReadingRig rig = rig("orders", 18).with(KEY, "60000")) {
            rig.readToRest();
            rig.slices.store(
                    SourcePartitions.of(LinkflowResources.PLATFORM, "orders", new Slice(ResyncReader.SLICE, "1")),
                    null);
            for (int i = 0; i < 2; i++) {
                rig.restart();
                changeInSilence(rig, 10);
                rig.readFor(Duration.ofMinutes(3));
            }
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isBetween(1, 32);
        }
    }

    /** Nobody can name all buckets. */
    @Test
    void whoeverResetsTheCursorMayReadSomethingElseWithoutResettingBuckets() {
        try (ReadingRig rig = rig("orders", 19).with(KEY, "60000")) {
            rig.readToRest();
            rig.cursor = Cursor.start();
            rig.with("start.time", "2026-02-28 10:00:00").restart();
            rig.readToRest();
            rig.readFor(Duration.ofMinutes(3));
            assertThat(rig.topic.size()).isBetween(ROWS + 1, ROWS + ROWS / 2);

            int records = rig.topic.size();
            rig.restart();
            changeInSilence(rig, 10);
            rig.readFor(Duration.ofMinutes(3));
            assertThat(rig.topic.size() - records).as("what differs").isBetween(1, 10);
        }
    }

    @Test
    void noCursorGrowsLarge() {
        try (ReadingRig rig = rig("orders", 15).with(KEY, "30000")) {
            rig.life.changesPerSecond(50);
            rig.readFor(Duration.ofMinutes(3));
            for (Chunk chunk : rig.chunks) {
                assertThat(chunk.next().toOffset().toString().length()).isLessThan(256 * 1024);
                for (StoredSlice beside : chunk.beside()) {
                    assertThat(beside.cursor().toOffset().toString().length()).isLessThan(3 * 1024);
                }
            }
        }
    }

    private static Chunk readIntoARescan(ReadingRig rig, int pages) {
        int wanted = rescansOf(rig).size() + pages;
        while (rescansOf(rig).size() < wanted) {
            if (rig.readChunk().isEmpty()) {
                rig.rest();
            }
        }
        return rescansOf(rig).get(wanted - 1);
    }

    private static List<Chunk> rescansOf(ReadingRig rig) {
        return rig.chunks.stream()
                .filter(chunk -> chunk.facts().pass() == Progress.Pass.RESYNC)
                .toList();
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
        rig.quirks().windowPageSize(50).cursorPageSize(100).largestContactCursorPage(100);
        if ("orders".equals(resource)) {
            rig.platform.orders().insertHistory(ROWS, Duration.ofDays(10));
        } else {
            rig.platform.contacts().insertHistory(ROWS, Duration.ofDays(10));
        }
        return rig;
    }
}
