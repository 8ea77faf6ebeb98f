package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What has settled is a question to the platform's clock; the worker's may be wrong. */
class ServerTimeTest {

    static Stream<Arguments> wrongClocks() {
        List<Integer> minutes = List.of(-600, -2, 2, 600, -600, 2, 600);
        return IntStream.range(0, minutes.size())
                .mapToObj(number -> Arguments.of(minutes.get(number), Traffic.number(number)));
    }

    @ParameterizedTest(name = "{0} minutes, {1}")
    @MethodSource("wrongClocks")
    void aWorkerWhoseClockIsWrongLosesNothing(int minutes, Traffic traffic) {
        try (ReadingRig rig = rig().withWorkerClockWrongBy(Duration.ofMinutes(minutes))) {
            traffic.prevailIn(rig);
            rig.readFor(Duration.ofMinutes(3));
            assertThat(rig.cursor.text("read_up_to"))
                    .as("it keeps up with the platform")
                    .startsWith("2026-03-01 10:02:");
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
        }
    }

    /** Then a worker's clock that is a minute ahead must do no harm. */
    @Test
    void withoutADateHeaderTheWorkersClockMinusAMinuteCounts() {
        try (ReadingRig rig =
                rig().withWorkerClockWrongBy(Duration.ofSeconds(55)).with("lookback.ms", "0")) {
            rig.platform.conditions().dates().present(false);
            rig.readFor(Duration.ofMinutes(3));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    /** An answer from a cache tells an old time; going by it would only be slow, but going back would not be. */
    @Test
    void theDateOfAnAnswerFromACacheDoesNotCount() {
        try (ReadingRig rig = rig()) {
            rig.readFor(Duration.ofMinutes(1));
            String before = rig.cursor.text("read_up_to");
            rig.platform.conditions().dates().age(Duration.ofHours(2));
            rig.readFor(Duration.ofMinutes(2));
            assertThat(rig.cursor.text("read_up_to")).isGreaterThan(before).startsWith("2026-03-01 10:02:");
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    private static ReadingRig rig() {
        ReadingRig rig = new ReadingRig("orders", 21);
        rig.quirks().windowPageSize.set(50).cursorPageSize.set(100).commitDelay(Duration.ofSeconds(4));
        rig.platform.orders().insertHistory(300, Duration.ofDays(2));
        rig.life.changesPerSecond(20);
        return rig;
    }
}
