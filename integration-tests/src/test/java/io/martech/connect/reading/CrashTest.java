package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.chunk.Cursor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that dies at any time, and goes on from what Connect has stored. */
class CrashTest {

    @ParameterizedTest
    @MethodSource("io.martech.connect.reading.Traffic#everyOrder")
    void exactlyOnceNoVersionIsRepeatedWhereverItDies(Traffic traffic) {
        try (ReadingRig rig = busyRig(traffic, 99)) {
            for (int i = 0; i < 80; i++) {
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

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void anUnchangedRestartEmitsNothing(int number) {
        try (ReadingRig rig = busyRig(Traffic.number(number), 5)) {
            rig.quirks().commitDelay(Duration.ZERO);
            rig.readFor(Duration.ofMinutes(2));
            rig.life.changesPerSecond(0);
            rig.rest();
            rig.readAll();
            int records = rig.topic.size();
            // What was emitted last is read again by the trailing pass.
            rig.restart();
            rig.readFor(Duration.ofMinutes(3));
            assertThat(rig.topic.size()).as("records after the restart").isEqualTo(records);
            rig.assertFoldEqualsPlatform();
        }
    }

    @Test
    void aCursorStaysSmallAndIsReadableByAPerson() {
        try (ReadingRig rig = busyRig(Traffic.number(0), 6)) {
            rig.life.changesPerSecond(50);
            for (int i = 0; i < 30; i++) {
                rig.readAll();
                rig.rest();
                assertThat(rig.cursor.toOffset().toString().length()).isLessThan(256 * 1024);
            }
            assertThat(rig.cursor.toOffset().values())
                    .allMatch(value -> value instanceof String || value instanceof Long || value instanceof Boolean);
            assertThat(rig.cursor.text("read_up_to")).matches("2026-03-01 \\d\\d:\\d\\d:\\d\\d");
        }
    }

    @Test
    void aPersonCanMoveReadingBack() {
        try (ReadingRig rig = busyRig(Traffic.number(2), 7)) {
            rig.readFor(Duration.ofMinutes(2));
            rig.readToRest();
            int records = rig.topic.size();
            rig.cursor = Cursor.start().with("phase", "windows").with("read_up_to", "2026-03-01 10:00:00");
            rig.restart();
            rig.readToRest();
            assertThat(rig.topic.size())
                    .as("rows changed since then come again")
                    .isGreaterThan(records);
            rig.assertFoldEqualsPlatform();
        }
    }

    private static ReadingRig busyRig(Traffic traffic, long seed) {
        ReadingRig rig = new ReadingRig(traffic.resource(), seed);
        rig.quirks().cursorPageSize.set(100).largestContactCursorPage.set(100).commitDelay(Duration.ofSeconds(20));
        if ("orders".equals(traffic.resource())) {
            rig.platform.orders().insertHistory(1_000, Duration.ofDays(10));
        } else {
            rig.platform.contacts().insertHistory(1_000, Duration.ofDays(10));
        }
        traffic.prevailIn(rig);
        return rig;
    }
}
