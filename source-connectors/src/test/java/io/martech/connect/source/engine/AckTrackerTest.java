package io.martech.connect.source.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class AckTrackerTest {

    private static final LocalDateTime BEFORE = LocalDateTime.of(2026, 3, 1, 10, 0, 0);

    private final AckTracker confirmations = new AckTracker(BEFORE);

    @Test
    void aChunkCountsOnceAllItsRecordsAreConfirmedInWhateverOrder() {
        AckTracker.InFlight chunk = confirmations.add(3, BEFORE.plusSeconds(1));
        chunk.confirmOne();
        chunk.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE);
        chunk.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
    }

    @Test
    void aChunkWaitsForAllChunksBefore() {
        AckTracker.InFlight first = confirmations.add(1, BEFORE.plusSeconds(1));
        AckTracker.InFlight second = confirmations.add(1, BEFORE.plusSeconds(2));
        AckTracker.InFlight third = confirmations.add(1, BEFORE.plusSeconds(3));
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
    void aChunkWithoutRowsNeedsNoConfirmationButWaitsForThoseBefore() {
        confirmations.add(0, BEFORE.plusSeconds(1));
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
        AckTracker.InFlight second = confirmations.add(1, BEFORE.plusSeconds(2));
        confirmations.add(0, BEFORE.plusSeconds(3));
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
        second.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(3));
    }

    @Test
    void itIsNullDuringBackfill() {
        AckTracker backfill = new AckTracker(null);
        backfill.add(1, null).confirmOne();
        assertThat(backfill.completeUpTo()).isNull();
        backfill.add(1, BEFORE).confirmOne();
        assertThat(backfill.completeUpTo()).isEqualTo(BEFORE);
    }
}
