package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Cursor;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks of the platform that are not the one that dates its rows, and times that were stored wrongly: nothing is lost. */
@Execution(ExecutionMode.CONCURRENT)
class TrustedTimeTest {

    private static final ZoneOffset PLATFORM = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Seconds by which each of the nodes is ahead of the clock that dates rows. */
    @ParameterizedTest(name = "{0} nodes {1}")
    @CsvSource({
        "orders, 0 3600",
        "orders, 3600 0",
        "orders, 30 0",
        "orders, 0 0 120",
        "orders, 0 -20 86000",
        "contacts, 3600 0",
        "contacts, 0 31536000"
    })
    void aNodeThatIsAheadMovesNothing(String resource, String nodes) {
        try (ReadingRig rig = living(resource)) {
            rig.platform.conditions().dates().nodesAhead(seconds(nodes));
            readAndCheck(rig, Duration.ofMinutes(5));
            assertThat(rig.cursor.text("read_up_to")).as("it keeps up").isGreaterThan("2026-03-01 10:04:00");
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
        }
    }

    @Test
    void aSingleAnswerOfANodeThatIsAheadMovesNothing() {
        try (ReadingRig rig = living("orders")) {
            readAndCheck(rig, Duration.ofMinutes(2));
            rig.platform.conditions().dates().nodesAhead(Duration.ofHours(1));
            rig.readChunk();
            rig.platform.conditions().dates().nodesAhead(Duration.ZERO);
            readAndCheck(rig, Duration.ofMinutes(2));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    @Test
    void aNodeThatIsBehindCostsLatency() {
        try (ReadingRig rig = living("orders")) {
            readAndCheck(rig, Duration.ofMinutes(2));
            rig.platform.conditions().dates().nodesAhead(Duration.ofHours(-2), Duration.ZERO);
            readAndCheck(rig, Duration.ofMinutes(2));
            rig.restart();
            readAndCheck(rig, Duration.ofMinutes(2));
            rig.platform.conditions().dates().nodesAhead(Duration.ZERO);
            rig.readFor(Duration.ofMinutes(15));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
        }
    }

    /** Where rows are only changed, where they are only inserted, and where both happens. */
    @ParameterizedTest(name = "{0} {1} {2} s, {3} a second")
    @CsvSource({
        "orders, updates, 120, 1",
        "orders, updates, 120, 0.1",
        "orders, updates, 600, 0.5",
        "orders, inserts, 120, 1",
        "orders, inserts, 300, 0.1",
        "orders, both, 120, 5",
        "orders, both, 1200, 1",
        "contacts, updates, 120, 1",
        "contacts, inserts, 120, 0.5",
        "contacts, both, 60, 1"
    })
    void aDateAheadOfTheRowsIsNoticedAndSubtracted(String resource, String changes, int ahead, double perSecond) {
        try (ReadingRig rig = living(resource)) {
            rig.life.changesPerSecond(perSecond);
            rig.changing(change(rig, changes));
            rig.platform.conditions().dates().nodesAhead(Duration.ofSeconds(ahead));
            rig.readFor(Duration.ofMinutes(30));
            if (ahead > 100 && perSecond > 0.1) {
                assertThat(rig.cursor.number(Cursor.CLOCK_OFFSET, 0))
                        .as("the offset in milliseconds")
                        .isBetween(ahead * 1_000L, ahead * 1_000L + 100_000);
            }
            rig.life.changesPerSecond(0);
            rig.readFor(Duration.ofMinutes(45));
            rig.assertNothingIsLost();
        }
    }

    /** A proxy is put in front that is ahead, and is repaired some time later. */
    @ParameterizedTest
    @ValueSource(strings = {"updates", "inserts", "both"})
    void aDateThatComesToBeAheadLosesNothing(String changes) {
        try (ReadingRig rig = living("orders")) {
            rig.changing(change(rig, changes));
            rig.readFor(Duration.ofMinutes(5));
            assertThat(rig.cursor.has("clock_checked_at")).isTrue();
            rig.platform.conditions().dates().nodesAhead(Duration.ofMinutes(3));
            rig.readFor(Duration.ofMinutes(30));
            assertThat(rig.cursor.number(Cursor.CLOCK_OFFSET, 0)).isBetween(180_000L, 300_000L);
            rig.restart();
            rig.platform.conditions().dates().nodesAhead(Duration.ZERO);
            rig.readFor(Duration.ofMinutes(30));
            rig.life.changesPerSecond(0);
            rig.readFor(Duration.ofMinutes(45));
            rig.assertNothingIsLost();
        }
    }

    @Test
    void rowsThatAreImportedWithOldTimesDoNotHoldReadingBackForLong() {
        try (ReadingRig rig = living("orders")) {
            rig.changing(change(rig, "both"));
            rig.readFor(Duration.ofMinutes(3));
            for (int i = 0; i < 100; i++) {
                rig.platform
                        .orders()
                        .insertWithTimes(
                                rig.clock.instant(), rig.clock.instant().minusSeconds(600));
                rig.life.pass(Duration.ofSeconds(2));
                rig.readAll();
            }
            rig.readFor(Duration.ofMinutes(5));
            assertThat(rig.cursor.number(Cursor.CLOCK_OFFSET, 0)).isZero();
            assertThat(rig.cursor.text("read_up_to")).as("it keeps up").isGreaterThan("2026-03-01 10:11:00");
        }
    }

    @ParameterizedTest
    @CsvSource({"orders, 2027-03-01 10:00:00", "orders, 2026-03-01 11:30:00", "contacts, 2027-03-01 10:00:00"})
    void aStoredTimeThatLiesAheadWasNotRead(String resource, String stored) {
        try (ReadingRig rig = living(resource)) {
            rig.readFor(Duration.ofMinutes(3));
            rig.cursor = rig.cursor
                    .with("read_up_to", stored)
                    .with("read_proven_up_to", stored)
                    .with("trailing_up_to", stored)
                    .with("trailing_proven_up_to", stored);
            rig.restart();
            readAndCheck(rig, Duration.ofMinutes(3));
            assertThat(rig.warnings()).isPositive();
            rig.readToRest();
            rig.assertNothingIsLost();
        }
    }

    private static Runnable change(ReadingRig rig, String changes) {
        boolean isOrders = rig.resource().equals("orders");
        Runnable insert = () -> {
            if (isOrders) {
                rig.platform.orders().insert(1);
            } else {
                rig.platform.contacts().insert(1);
            }
        };
        int[] turn = {0};
        return switch (changes) {
            case "updates" -> rig::updateOne;
            case "inserts" -> insert;
            default ->
                () -> {
                    if (turn[0]++ % 2 == 0) {
                        rig.updateOne();
                    } else {
                        insert.run();
                    }
                };
        };
    }

    private static Duration[] seconds(String text) {
        return Stream.of(text.split(" "))
                .map(Long::parseLong)
                .map(Duration::ofSeconds)
                .toArray(Duration[]::new);
    }

    private static ReadingRig living(String resource) {
        ReadingRig rig = new ReadingRig(resource, 31);
        if (resource.equals("orders")) {
            rig.platform.orders().insertHistory(100, Duration.ofDays(3));
        } else {
            rig.platform.contacts().insertHistory(100, Duration.ofDays(3));
        }
        rig.clock.advance(Duration.ofMinutes(1));
        rig.life.changesPerSecond(2);
        return rig;
    }

    private static void readAndCheck(ReadingRig rig, Duration duration) {
        for (long polls = duration.dividedBy(ReadingRig.POLL_INTERVAL); polls > 0; polls--) {
            while (rig.readChunk().isPresent()) {
                assertThatAllBeforeIsInTheTopic(rig, rig.completeUpTo());
            }
            rig.rest();
        }
    }

    private static void assertThatAllBeforeIsInTheTopic(ReadingRig rig, LocalDateTime completeUpTo) {
        if (completeUpTo == null) {
            return;
        }
        Map<Long, String> fold = rig.fold();
        List<Long> missing = rig.rows().stream()
                .filter(row -> LocalDateTime.parse(row.path("lastUpdated").asText(), TIME)
                        .isBefore(completeUpTo))
                .filter(row -> !ExactJson.fingerprint(row)
                        .equals(fold.get(row.path("id").longValue())))
                .map((JsonNode row) -> row.path("id").longValue())
                .toList();
        assertThat(missing)
                .as("changes before %s that are not in the topic", completeUpTo)
                .isEmpty();
        assertThat(completeUpTo).isBefore(LocalDateTime.ofInstant(rig.clock.instant(), PLATFORM));
    }
}
