package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.engine.Position;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that dies at any time, and goes on from what Connect has stored. */
class CrashTest {

    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void exactlyOnceNoVersionIsRepeatedWhereverItDies(String resource) {
        try (ReadingRig rig = busyRig(resource, 99)) {
            for (int i = 0; i < 150; i++) {
                if (rig.readUnit().isEmpty()) {
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
    @ValueSource(strings = {"orders", "contacts"})
    void anUnchangedRestartEmitsNothing(String resource) {
        try (ReadingRig rig = busyRig(resource, 5)) {
            rig.behaviour().commitDelay(Duration.ZERO);
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
    void aPositionStaysSmallAndIsReadableByAPerson() {
        try (ReadingRig rig = busyRig("orders", 6)) {
            rig.life.changesPerSecond(50);
            for (int i = 0; i < 30; i++) {
                rig.readAll();
                rig.rest();
                assertThat(rig.position.toOffset().toString().length()).isLessThan(256 * 1024);
            }
            assertThat(rig.position.toOffset().values())
                    .allMatch(value -> value instanceof String || value instanceof Long || value instanceof Boolean);
            assertThat(rig.position.text("read_up_to")).matches("2026-03-01 \\d\\d:\\d\\d:\\d\\d");
        }
    }

    @Test
    void aPersonCanMoveReadingBack() {
        try (ReadingRig rig = busyRig("orders", 7)) {
            rig.readFor(Duration.ofMinutes(2));
            rig.readToRest();
            int records = rig.topic.size();
            rig.position = Position.start().with("phase", "windows").with("read_up_to", "2026-03-01 10:00:00");
            rig.restart();
            rig.readToRest();
            assertThat(rig.topic.size())
                    .as("rows changed since then come again")
                    .isGreaterThan(records);
            rig.assertFoldEqualsPlatform();
        }
    }

    private static ReadingRig busyRig(String resource, long seed) {
        ReadingRig rig = new ReadingRig(resource, seed);
        rig.behaviour()
                .windowPageSize(50)
                .cursorPageSize(100)
                .largestContactCursorPage(100)
                .commitDelay(Duration.ofSeconds(20));
        if ("orders".equals(resource)) {
            rig.platform.orders().insertHistory(1_000, Duration.ofDays(10));
        } else {
            rig.platform.contacts().insertHistory(1_000, Duration.ofDays(10));
        }
        rig.life.changesPerSecond(20);
        return rig;
    }
}
