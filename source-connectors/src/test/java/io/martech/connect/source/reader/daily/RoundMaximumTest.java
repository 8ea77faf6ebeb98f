package io.martech.connect.source.reader.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RoundMaximumTest {

    private final RoundMaximum maximum = new RoundMaximum();

    @Test
    void aRoundCountThatSeveralDaysShareAndNoneExceedsIsSuspicious() {
        assertThat(isReachedBy(1, 1_000)).as("the first time").isFalse();
        assertThat(isReachedBy(2, 37)).as("not round").isFalse();
        assertThat(isReachedBy(3, 1_000)).as("again").isTrue();
        assertThat(maximum.isReachedBy(day(1))).as("the first day, now").isTrue();
        assertThat(isReachedBy(4, 1_001)).as("more").isFalse();
        assertThat(isReachedBy(5, 1_000)).as("exceeded by another day").isFalse();
    }

    @Test
    void aDayThatRestsAtARoundCountIsNotSeveralDays() {
        assertThat(isReachedBy(1, 150)).isFalse();
        assertThat(isReachedBy(1, 150)).isFalse();
    }

    @Test
    void onlyTheLastAnswerForADayCounts() {
        assertThat(isReachedBy(1, 150)).isFalse();
        assertThat(isReachedBy(1, 200)).isFalse();
        assertThat(isReachedBy(1, 100)).isFalse();
        assertThat(isReachedBy(2, 100)).isTrue();
    }

    private boolean isReachedBy(int day, int rows) {
        maximum.note(day(day), rows);
        return maximum.isReachedBy(day(day));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
