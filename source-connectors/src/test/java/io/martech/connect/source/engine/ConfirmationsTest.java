package io.martech.connect.source.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {

    private static final LocalDateTime BEFORE = LocalDateTime.of(2026, 3, 1, 10, 0, 0);

    private final Confirmations confirmations = new Confirmations(BEFORE);

    @Test
    void aUnitCountsOnceAllItsRecordsAreConfirmedInWhateverOrder() {
        Confirmations.InFlight unit = confirmations.add(3, BEFORE.plusSeconds(1));
        unit.confirmOne();
        unit.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE);
        unit.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
    }

    @Test
    void aUnitWaitsForAllUnitsBefore() {
        Confirmations.InFlight first = confirmations.add(1, BEFORE.plusSeconds(1));
        Confirmations.InFlight second = confirmations.add(1, BEFORE.plusSeconds(2));
        Confirmations.InFlight third = confirmations.add(1, BEFORE.plusSeconds(3));
        third.confirmOne();
        second.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE);
        first.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(3));
    }

    @Test
    void onlyThePrefixCounts() {
        confirmations.add(1, BEFORE.plusSeconds(1)).confirmOne();
        confirmations.add(1, BEFORE.plusSeconds(2));
        confirmations.add(1, BEFORE.plusSeconds(3)).confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
    }

    @Test
    void aUnitWithoutRowsNeedsNoConfirmationButWaitsForThoseBefore() {
        confirmations.add(0, BEFORE.plusSeconds(1));
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
        Confirmations.InFlight second = confirmations.add(1, BEFORE.plusSeconds(2));
        confirmations.add(0, BEFORE.plusSeconds(3));
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
        second.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(3));
    }

    @Test
    void itIsNullDuringBackfill() {
        Confirmations backfill = new Confirmations(null);
        backfill.add(1, null).confirmOne();
        assertThat(backfill.completeUpTo()).isNull();
        backfill.add(1, BEFORE).confirmOne();
        assertThat(backfill.completeUpTo()).isEqualTo(BEFORE);
    }
}
