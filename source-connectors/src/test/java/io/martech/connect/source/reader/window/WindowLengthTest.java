package io.martech.connect.source.reader.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowLengthTest {

    private static final PageSize HUNDRED = new PageSize(100, true);

    @Test
    void theFirstWindowIsAnHour() {
        assertThat(next(0, 0, HUNDRED)).isEqualTo(3_600);
    }

    @ParameterizedTest(name = "{0} rows an hour")
    @CsvSource({"3600, 66", "36000, 7", "360000, 1", "3600000, 1", "7200, 33"})
    void laterOnesFillTwoThirdsOfAPage(long rowsPerHour, long seconds) {
        assertThat(next(3_600, rowsPerHour, HUNDRED)).isEqualTo(seconds);
    }

    /** 0.65 of a page are 9.75 seconds here; 10 would fill two thirds, 11 three quarters. */
    @Test
    void aWindowEndsWithASecondAndTakesOneMoreWhereThatFits() {
        assertThat(next(3_600, 24_000, HUNDRED)).isEqualTo(10);
        assertThat(next(3_600, 120_000, HUNDRED))
                .as("1.95 s, a third would be too many")
                .isEqualTo(2);
        assertThat(next(3_600, 200_000, HUNDRED)).as("1.17 s").isEqualTo(1);
    }

    @Test
    void itGrowsAtMostFourfold() {
        assertThat(next(10, 1, HUNDRED)).isEqualTo(40);
    }

    @Test
    void emptyTimeIsCrossedInGreatSteps() {
        assertThat(next(10, 0, HUNDRED)).isEqualTo(3_600);
        assertThat(next(3_600, 0, HUNDRED)).isEqualTo(14_400);
        assertThat(next(1_000_000, 0, HUNDRED)).isEqualTo(4_000_000);
    }

    @Test
    void whileThePageSizeIsOnlyKnownFromBelowItReachesBeyond() {
        assertThat(next(3_600, 3_600, new PageSize(100, false))).isGreaterThanOrEqualTo(200);
        assertThat(next(3_600, 3_600, PageSize.UNKNOWN)).isPositive();
    }

    @Test
    void theDensityIsSmoothedAndNeverRoundedDownToNothing() {
        assertThat(WindowLength.smoothedRowsPerHour(0, 10, 3_600)).isEqualTo(10);
        assertThat(WindowLength.smoothedRowsPerHour(100, 300, 3_600)).isEqualTo(200);
        assertThat(WindowLength.smoothedRowsPerHour(0, 1, 1_000_000)).isEqualTo(1);
        assertThat(WindowLength.smoothedRowsPerHour(1_000, 0, 60)).isEqualTo(500);
    }

    private static long next(long lastSeconds, long rowsPerHour, PageSize pageSize) {
        LocalDateTime anyTime = LocalDateTime.of(2026, 3, 1, 10, 0);
        return WindowLength.next(new PassState(anyTime, Unproven.since(anyTime), lastSeconds, rowsPerHour), pageSize);
    }
}
