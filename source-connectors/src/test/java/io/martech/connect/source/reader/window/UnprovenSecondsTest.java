package io.martech.connect.source.reader.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.chunk.Cursor;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class UnprovenSecondsTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);

    @Test
    void theyStandInTheCursor() {
        UnprovenSeconds seconds = UnprovenSeconds.from(Cursor.start());
        seconds.add(TEN.plusSeconds(1), 300);
        seconds.add(TEN, 250);
        Cursor cursor = seconds.addTo(Cursor.start());
        assertThat(cursor.toOffset())
                .containsEntry("unproven_seconds", "2026-03-01 10:00:00=250,2026-03-01 10:00:01=300");
        UnprovenSeconds read = UnprovenSeconds.from(cursor);
        assertThat(read.hasCountedAtLeast(TEN, 250)).isTrue();
        assertThat(read.hasCountedAtLeast(TEN.plusSeconds(1), 300)).isTrue();
    }

    @Test
    void onlyTheSameCountOfTheSameSecondCounts() {
        UnprovenSeconds seconds = UnprovenSeconds.from(Cursor.start());
        seconds.add(TEN, 250);
        assertThat(seconds.hasCountedAtLeast(TEN, 250)).isTrue();
        assertThat(seconds.hasCountedAtLeast(TEN, 251)).isFalse();
        assertThat(seconds.hasCountedAtLeast(TEN.plusSeconds(1), 250)).isFalse();
    }

    @Test
    void whatWillNotBeReadAgainIsForgotten() {
        UnprovenSeconds seconds = UnprovenSeconds.from(Cursor.start());
        seconds.add(TEN, 250);
        seconds.add(TEN.plusSeconds(1), 300);
        seconds.forgetBefore(TEN.plusSeconds(1));
        assertThat(seconds.hasCountedAtLeast(TEN, 250)).isFalse();
        assertThat(seconds.hasCountedAtLeast(TEN.plusSeconds(1), 300)).isTrue();
        seconds.forgetBefore(TEN.plusHours(1));
        assertThat(seconds.addTo(Cursor.start().with("unproven_seconds", "old")).has("unproven_seconds"))
                .isFalse();
    }
}
