package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the platform through the engine and Connect's way to store offsets, to what a reader of the topics can see. */
class ThroughConnectTest {

    private static final DateTimeFormatter PLATFORM_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @ParameterizedTest
    @MethodSource("io.martech.connect.reading.Traffic#everyOrder")
    void killedAnywhereNothingIsLostAndOnlyUnfinishedChunksComeTwice(Traffic traffic) throws InterruptedException {
        long seed = 20_260_301;
        Random random = new Random(seed);
        try (ReadingRig rig = rig(traffic.resource(), traffic, seed);
                ConnectModel connect = new ConnectModel(rig, seed)) {
            for (int i = 0; i < 80; i++) {
                connect.poll();
                connect.acknowledgeSome();
                if (random.nextInt(4) == 0) {
                    connect.crash();
                }
            }
            connect.runToRest();
            rig.assertNothingIsLost();
            assertThat(rig.topic.repetitions())
                    .as("rows that came twice, seed " + seed)
                    .isLessThanOrEqualTo(connect.rowsThatMayComeAgain());
        }
    }

    @Test
    void aTransformationThatSwallowsTheLastRecordOfAChunkSwallowsNoCursor() throws InterruptedException {
        try (ReadingRig rig = rig("orders", Traffic.number(4), 5);
                ConnectModel connect = new ConnectModel(rig, 5).droppingTheLastRowOfAChunk()) {
            for (int i = 0; i < 60; i++) {
                connect.poll();
                connect.acknowledgeAll();
                if (i % 6 == 5) {
                    connect.crash();
                }
            }
            connect.runToRest();
            assertThat(rig.topic.repetitions()).as("rows that came twice").isZero();
            TreeMap<Long, String> truth = new TreeMap<>(rig.truth());
            truth.keySet().removeAll(connect.dropped());
            assertThat(rig.fold()).containsAllEntriesOf(truth);
        }
    }

    /** Not even if the records of a chunk arrive in any order, and progress before data. */
    @ParameterizedTest
    @MethodSource("io.martech.connect.reading.Traffic#everyOrder")
    void completeUpToIsNeverAheadOfWhatAReaderCanSee(Traffic traffic) throws InterruptedException {
        List<String> ahead = new ArrayList<>();
        List<LocalDateTime> told = new ArrayList<>();
        try (ReadingRig rig = rig("orders", traffic, 9);
                ConnectModel connect = new ConnectModel(rig, 9).tellingCompleteUpTo(completeUpTo -> {
                    if (completeUpTo != null) {
                        told.add(completeUpTo);
                        ahead.addAll(invisibleBefore(completeUpTo, rig));
                    }
                })) {
            for (int i = 0; i < 150; i++) {
                connect.poll();
                connect.acknowledgeSome();
            }
            connect.runToRest();
            assertThat(ahead)
                    .as("changes that a reader was promised and cannot see")
                    .isEmpty();
            assertThat(told).as("promises").hasSizeGreaterThan(20);
            assertThat(told.get(told.size() - 1)).isAfter(told.get(0));
        }
    }

    private static List<String> invisibleBefore(LocalDateTime completeUpTo, ReadingRig rig) {
        String promised = PLATFORM_TIME.format(completeUpTo);
        List<String> invisible = new ArrayList<>();
        for (long id : rig.platform.orders().ids()) {
            JsonNode order = rig.platform.orders().find(id).orElseThrow();
            String updated = order.path("lastUpdated").asText();
            if (updated.compareTo(promised) < 0
                    && !ExactJson.fingerprint(order).equals(rig.fold().get(id))) {
                invisible.add(id + " of " + updated + ", promised up to " + promised);
            }
        }
        return invisible;
    }

    private static ReadingRig rig(String resource, Traffic traffic, long seed) {
        ReadingRig rig = new ReadingRig(resource, seed);
        rig.quirks().cursorPageSize.set(50).largestContactCursorPage.set(50).commitDelay(Duration.ofSeconds(20));
        if ("orders".equals(resource)) {
            rig.platform.orders().insertHistory(200, Duration.ofDays(10));
        } else {
            rig.platform.contacts().insertHistory(200, Duration.ofDays(10));
        }
        traffic.prevailIn(rig);
        return rig;
    }
}
