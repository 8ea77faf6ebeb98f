package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The platform lives at +08:00 and the connector is told something else. That is an error within minutes, and until then nothing is
 * told complete that is not in the topic.
 */
class WrongZoneTest {

    private static final ZoneOffset PLATFORM = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @ParameterizedTest
    @CsvSource({
        "orders, +00:00",
        "orders, +07:00",
        "orders, +07:30",
        "orders, +09:00",
        "orders, +14:00",
        "contacts, +00:00",
        "contacts, +07:00",
        "contacts, +14:00"
    })
    void isAnErrorThatNamesTheKeyAndUntilThenNothingIsToldCompleteThatIsNot(String resource, String zone) {
        try (ReadingRig rig = living(resource, zone)) {
            Throwable error = catchThrowable(() -> readAndCheck(rig, ZoneOffset.of(zone), Duration.ofMinutes(6)));
            assertThat(error)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("correct linkflow.time.zone")
                    .hasMessageContaining("Or a clock is wrong")
                    .hasMessageContaining("reset the offsets of '" + resource + "'");
            if (ZoneOffset.of(zone).getTotalSeconds() < PLATFORM.getTotalSeconds()) {
                assertThat(error).hasMessageContaining("would fit the zone +08:00");
                assertThat(rig.warnings())
                        .as("warnings: the history, and three probes")
                        .isBetween(2L, 4L);
            }
            rig.restart();
            assertThat(catchThrowable(() -> rig.readFor(Duration.ofMinutes(3))))
                    .as("after a restart")
                    .isInstanceOf(PlatformException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"orders", "contacts"})
    void theRightZoneIsNoErrorAndLosesNothing(String resource) {
        try (ReadingRig rig = living(resource, "+08:00")) {
            readAndCheck(rig, PLATFORM, Duration.ofMinutes(4));
            assertThat(rig.warnings()).isZero();
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    /** Even if nothing else comes for long and the task is restarted again and again. */
    @Test
    void oneRowThatIsDatedAheadStopsNothing() {
        try (ReadingRig rig = living("orders", "+08:00")) {
            rig.life.changesPerSecond(0);
            rig.readFor(Duration.ofMinutes(2));
            Instant now = rig.clock.instant();
            rig.platform.orders().insertWithTimes(now, now.plus(Duration.ofMinutes(20)));
            for (int restart = 0; restart < 4; restart++) {
                rig.restart();
                rig.readFor(Duration.ofMinutes(2));
            }
            LocalDateTime held = rig.completeUpTo();
            assertThat(rig.topic.size())
                    .as("all but that one")
                    .isEqualTo(rig.ids().size() - 1);
            rig.platform.orders().insert(1);
            rig.readFor(Duration.ofMinutes(5));
            assertThat(rig.completeUpTo()).as("the zone is right").isAfter(held.plusMinutes(8));
            assertThatCode(() -> rig.readFor(Duration.ofMinutes(10))).doesNotThrowAnyException();
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    private static ReadingRig living(String resource, String zone) {
        ReadingRig rig = new ReadingRig(resource, 22).with("linkflow.time.zone", zone);
        boolean isOrders = resource.equals("orders");
        if (isOrders) {
            rig.platform.orders().insertHistory(100, Duration.ofDays(3));
        } else {
            rig.platform.contacts().insertHistory(100, Duration.ofDays(3));
        }
        rig.clock.advance(Duration.ofMinutes(1));
        int[] turn = {0};
        rig.changing(() -> {
            if (turn[0]++ % 2 == 0) {
                rig.updateOne();
            } else if (isOrders) {
                rig.platform.orders().insert(1);
            } else {
                rig.platform.contacts().insert(1);
            }
        });
        rig.life.changesPerSecond(1);
        return rig;
    }

    private static void readAndCheck(ReadingRig rig, ZoneOffset zone, Duration duration) {
        Instant end = rig.clock.instant().plus(duration);
        LocalDateTime told = null;
        while (rig.clock.instant().isBefore(end)) {
            while (rig.readChunk().isPresent()) {
                LocalDateTime now = rig.completeUpTo();
                if (!Objects.equals(now, told)) {
                    assertThatEverythingIsInTheTopic(rig, now, zone);
                }
                told = now;
            }
            rig.rest();
        }
    }

    /** Whatever was last changed before that time, by the platform's true time, stands in the topic as it is now. */
    private static void assertThatEverythingIsInTheTopic(ReadingRig rig, LocalDateTime told, ZoneOffset zone) {
        if (told == null) {
            return;
        }
        Map<Long, String> fold = rig.fold();
        List<Long> missing = rig.rows().stream()
                .filter(row -> trueTimeOf(row).isBefore(told.toInstant(zone)))
                .filter(row -> !ExactJson.fingerprint(row)
                        .equals(fold.get(row.path("id").longValue())))
                .map(row -> row.path("id").longValue())
                .toList();
        assertThat(missing)
                .as("changes told complete up to %s and not in the topic", told)
                .isEmpty();
    }

    private static Instant trueTimeOf(JsonNode row) {
        return LocalDateTime.parse(row.path("lastUpdated").asText(), TIME).toInstant(PLATFORM);
    }
}
