package io.martech.connect.source.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class AckTrackerTest {

    private static final LocalDateTime BEFORE = LocalDateTime.of(2026, 3, 1, 10, 0, 0);

    private final AckTracker confirmations = new AckTracker(BEFORE);

    @Test
    void aChunkCountsOnceAllItsRecordsAreConfirmedInWhateverOrder() {
        AckTracker.InFlight chunk = added(confirmations, 3, BEFORE.plusSeconds(1));
        chunk.confirmOne();
        chunk.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE);
        chunk.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
    }

    @Test
    void aChunkWaitsForAllChunksBefore() {
        AckTracker.InFlight first = added(confirmations, 1, BEFORE.plusSeconds(1));
        AckTracker.InFlight second = added(confirmations, 1, BEFORE.plusSeconds(2));
        AckTracker.InFlight third = added(confirmations, 1, BEFORE.plusSeconds(3));
        third.confirmOne();
        second.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE);
        first.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(3));
    }

    @Test
    void onlyThePrefixCounts() {
        added(confirmations, 1, BEFORE.plusSeconds(1)).confirmOne();
        added(confirmations, 1, BEFORE.plusSeconds(2));
        added(confirmations, 1, BEFORE.plusSeconds(3)).confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
    }

    @Test
    void aChunkWithoutRowsNeedsNoConfirmationButWaitsForThoseBefore() {
        added(confirmations, 0, BEFORE.plusSeconds(1));
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
        AckTracker.InFlight second = added(confirmations, 1, BEFORE.plusSeconds(2));
        added(confirmations, 0, BEFORE.plusSeconds(3));
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
        second.confirmOne();
        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(3));
    }

    @Test
    void itIsNullDuringBackfill() {
        AckTracker backfill = new AckTracker(null);
        added(backfill, 1, null).confirmOne();
        assertThat(backfill.completeUpTo()).isNull();
        added(backfill, 1, BEFORE).confirmOne();
        assertThat(backfill.completeUpTo()).isEqualTo(BEFORE);
    }

    @Test
    void onceARecordWasLostNothingAfterItIsComplete() {
        AckTracker.InFlight first = added(confirmations, 1, BEFORE.plusSeconds(1));
        AckTracker.InFlight second = added(confirmations, 2, BEFORE.plusSeconds(2));
        first.confirmOne();
        second.lose();
        second.confirmOne();
        added(confirmations, 1, BEFORE.plusSeconds(3)).confirmOne();
        added(confirmations, 0, BEFORE.plusSeconds(4));

        assertThat(confirmations.completeUpTo()).isEqualTo(BEFORE.plusSeconds(1));
    }

    /** Connect stores the offsets of what comes after a lost record. */
    @Test
    void aLostRecordIsRememberedAcrossARestart() {
        added(confirmations, 1, BEFORE.plusSeconds(1)).lose();
        Cursor stored = confirmations.heldIn(
                Cursor.start().with(Readings.COMPLETE_UP_TO, PlatformTime.format(BEFORE.plusHours(1))));

        AckTracker restarted = AckTracker.from(stored, Readings.reading());
        added(restarted, 1, BEFORE.plusHours(2)).confirmOne();

        assertThat(restarted.completeUpTo()).isEqualTo(BEFORE);
        AckTracker ofBackfill = new AckTracker(null);
        added(ofBackfill, 1, null).lose();
        assertThat(AckTracker.from(ofBackfill.heldIn(stored), Readings.reading())
                        .completeUpTo())
                .isNull();
    }

    private static AckTracker.InFlight added(AckTracker to, int dataRecords, LocalDateTime completeUpTo) {
        AckTracker.InFlight chunk = to.chunk(completeUpTo);
        to.add(chunk, dataRecords);
        return chunk;
    }
}
