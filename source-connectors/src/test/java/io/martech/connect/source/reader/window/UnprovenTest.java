package io.martech.connect.source.reader.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.Window;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnprovenTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);

    private Unproven unproven = Unproven.since(TEN);
    private LocalDateTime end = TEN;

    @Test
    void everyTwentiethShortPageCallsForAProof() {
        for (int window = 0; window < 20; window++) {
            assertThat(unproven.mustBeProvenNow()).isFalse();
            read(window % 7 + 1, Certainty.SINGLE);
        }
        assertThat(unproven.mustBeProvenNow()).isTrue();
        assertThat(unproven).isEqualTo(new Unproven(TEN, 20, 7));
    }

    @Test
    void anEmptyWindowRestsOnNothing() {
        read(0, Certainty.SINGLE);
        assertThat(unproven).isEqualTo(Unproven.since(end));
        read(3, Certainty.SINGLE);
        Unproven before = unproven;
        read(0, Certainty.SINGLE);
        assertThat(unproven).isEqualTo(before);
    }

    @Test
    void aProvenPageProvesShorterOnesBeforeIt() {
        read(3, Certainty.SINGLE);
        read(5, Certainty.SINGLE);
        read(5, Certainty.PROVEN);
        assertThat(unproven).isEqualTo(Unproven.since(end));
    }

    @Test
    void aProvenPageProvesNothingOfLongerOnesBeforeIt() {
        read(5, Certainty.SINGLE);
        read(4, Certainty.PROVEN);
        assertThat(unproven).isEqualTo(new Unproven(TEN, 1, 5));
    }

    @ParameterizedTest
    @EnumSource(
            value = Certainty.class,
            names = {"UNPROVEN"})
    void severalPagesOfOneSecondProveNothing(Certainty certainty) {
        read(500, certainty);
        assertThat(unproven).isEqualTo(Unproven.since(TEN));
    }

    @Test
    void itStandsInTheCursor() {
        Cursor cursor = new Unproven(TEN, 7, 12).addTo(Cursor.start(), "read");
        assertThat(cursor.toOffset())
                .containsEntry("read_proven_up_to", "2026-03-01 10:00:00")
                .containsEntry("read_windows_since_proof", 7L)
                .containsEntry("read_largest_since_proof", 12L);
        assertThat(Unproven.from(cursor, "read", TEN.plusHours(1))).isEqualTo(new Unproven(TEN, 7, 12));
    }

    /** A person may have moved reading back by one field only. */
    @Test
    void aProofBeyondWhereReadingStandsIsNone() {
        Cursor cursor = new Unproven(TEN, 7, 12).addTo(Cursor.start(), "read");
        assertThat(Unproven.from(cursor, "read", TEN.minusHours(1))).isEqualTo(Unproven.since(TEN.minusHours(1)));
        assertThat(Unproven.from(Cursor.start(), "read", TEN)).isEqualTo(Unproven.since(TEN));
    }

    private void read(int rows, Certainty certainty) {
        Window window = Window.ofSeconds(end, 10);
        end = window.end();
        unproven = unproven.after(window, rows, certainty);
    }
}
