package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes become visible after their time: within settle lag and look-back nothing is lost. */
class LateVisibilityTest {

    @ParameterizedTest
    @MethodSource("io.martech.connect.reading.Traffic#everyOrder")
    void nothingIsLostIfTheDelayStaysWithinLagAndLookBack(Traffic traffic) {
        try (ReadingRig rig = rigWithCommitDelay(Duration.ofSeconds(50))) {
            traffic.prevailIn(rig);
            rig.readFor(Duration.ofMinutes(3));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
            long late = rig.chunks.get(rig.chunks.size() - 1).facts().lateRows();
            assertThat(late).as("late rows, counted").isPositive();
            assertThat(rig.chunks.get(rig.chunks.size() - 1).facts().oldestLateMillis())
                    .as("their greatest age in milliseconds")
                    .isBetween(5_000L, 90_000L);
        }
    }

    /** The test above has power only if it can fail: without the trailing pass the same delay loses rows. */
    @Test
    void rowsAreLostIfTheDelayExceedsThem() {
        try (ReadingRig rig = rigWithCommitDelay(Duration.ofSeconds(50)).with("lookback.ms", "0")) {
            rig.readFor(Duration.ofMinutes(3));
            rig.readToRest();
            assertThat(rig.fold()).as("the fold without a look-back").isNotEqualTo(rig.truth());
        }
    }

    @ParameterizedTest
    @MethodSource("io.martech.connect.reading.Traffic#everyOrder")
    void versionsNeverFallIfSomeAnswersComeFromReplicasThatAreBehind(Traffic traffic) {
        try (ReadingRig rig = rigWithCommitDelay(Duration.ZERO)) {
            traffic.prevailIn(rig);
            // A second must fit on a page: pages of one window come from replicas that differ.
            rig.life.changesPerSecond(Math.min(traffic.changesPerSecond(), 20));
            rig.clock.advance(Duration.ofMinutes(1));
            rig.quirks().staleReplicas(0.3, Duration.ofSeconds(40));
            rig.readFor(Duration.ofMinutes(2));
            rig.quirks().staleReplicas(0, Duration.ZERO);
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    private static ReadingRig rigWithCommitDelay(Duration longest) {
        ReadingRig rig = new ReadingRig("orders", 11);
        rig.quirks().windowPageSize.set(50).cursorPageSize.set(100).commitDelay(longest);
        rig.platform.orders().insertHistory(500, Duration.ofDays(2));
        rig.life.changesPerSecond(20);
        return rig;
    }

    @Test
    void aRowUpdatedInsertedOrLateAtTheCutoffArrivesOnce() {
        for (int seed = 0; seed < 10; seed++) {
            try (ReadingRig rig = new ReadingRig("orders", seed)) {
                rig.quirks().windowPageSize.set(20).cursorPageSize.set(20).commitDelay(Duration.ofSeconds(60));
                rig.platform.orders().insertHistory(200, Duration.ofHours(1));
                // Around the cutoff a row of every second, and changes that become visible only after it was set.
                for (int second = -130; second < 0; second++) {
                    Instant at = rig.clock.instant().plusSeconds(second);
                    rig.platform.orders().insertWithTimes(at, at);
                }
                rig.changing(() -> {
                    rig.updateOne();
                    rig.platform.orders().insert(1);
                });
                rig.life.changesPerSecond(5);
                rig.life.pass(Duration.ofSeconds(90));
                rig.changing(rig::updateOne);
                Traffic.number(seed).prevailIn(rig);
                rig.readFor(Duration.ofMinutes(2));
                rig.readToRest();
                rig.assertFoldEqualsPlatform();
                assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
            }
        }
    }
}
