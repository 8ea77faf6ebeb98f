package io.martech.connect.source.reader.emitted;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.chunk.Cursor;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmittedMemoryTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);
    private static final int LARGEST_POSITION = 256 * 1024;

    private final EmittedMemory memory = EmittedMemory.from(Cursor.start());

    @Test
    void whatWasAddedIsInTheCursor() {
        memory.add(version(TEN, 1));
        memory.add(version(TEN, -2));
        memory.add(version(TEN.plusSeconds(9), Long.MIN_VALUE));

        EmittedMemory read = EmittedMemory.from(memory.addTo(Cursor.start()));

        assertThat(read.contains(version(TEN, 1))).isTrue();
        assertThat(read.contains(version(TEN, -2))).isTrue();
        assertThat(read.contains(version(TEN.plusSeconds(9), Long.MIN_VALUE))).isTrue();
        assertThat(read.contains(version(TEN, 3))).isFalse();
    }

    @Test
    void nothingTakesNoRoom() {
        assertThat(memory.addTo(Cursor.start().with("emitted", "old")).toOffset())
                .isEmpty();
    }

    /** A row may be newer than the window in which it was found, and then it is found again later. */
    @Test
    void anEntryExpiresByTheTimeOfItsRow() {
        memory.add(version(TEN, 1));
        memory.add(version(TEN.plusSeconds(30), 2));
        memory.expireBefore(TEN.plusSeconds(30), time -> false);
        assertThat(memory.contains(version(TEN, 1))).isFalse();
        assertThat(memory.contains(version(TEN.plusSeconds(30), 2))).isTrue();
    }

    /** As long as a scan is still to read them. */
    @Test
    void entriesOfSomeTimesAreKept() {
        memory.add(version(TEN, 1));
        memory.add(version(TEN.plusSeconds(1), 2));
        memory.expireBefore(TEN.plusSeconds(30), TEN::equals);
        assertThat(memory.contains(version(TEN, 1))).isTrue();
        assertThat(memory.contains(version(TEN.plusSeconds(1), 2))).isFalse();
    }

    /** No window can find it, so it would never expire. */
    @Test
    void aRowWithoutATimeIsNotRemembered() {
        memory.add(version(null, 1));
        assertThat(memory.contains(version(null, 1))).isFalse();
    }

    @Test
    void aCursorFullOfItStaysBelow256Kilobytes() {
        fill(20_000, 60);
        assertThat(memory.hasRoomFor(0)).isTrue();
        assertThat(memory.hasRoomFor(1)).isFalse();
        assertThat(sizeOfCursor()).isLessThan(LARGEST_POSITION);
    }

    @Test
    void itStaysBelowEvenIfEveryRowHasASecondOfItsOwn() {
        int rows = 0;
        for (Random random = new Random(1); memory.hasRoomFor(1) && rows < 100_000; rows++) {
            memory.add(version(TEN.plusSeconds(rows), random.nextLong()));
        }
        assertThat(rows).isGreaterThan(9_000);
        assertThat(sizeOfCursor()).isLessThan(LARGEST_POSITION);
    }

    @Test
    void wherePromisingRoomIsTooLateTheOldestAreForgotten() {
        fill(25_000, 100);
        memory.expireUntilItFits();
        assertThat(memory.hasRoomFor(0)).isTrue();
        memory.add(version(TEN.plusSeconds(99), 4_711));
        assertThat(sizeOfCursor()).isLessThan(LARGEST_POSITION);
        assertThat(memory.contains(version(TEN.plusSeconds(99), 4_711))).isTrue();
    }

    @Test
    void halfFullIsTheTimeForAProof() {
        fill(10_000, 60);
        assertThat(memory.isHalfFull()).isFalse();
        memory.add(version(TEN, 4_711));
        assertThat(memory.isHalfFull()).isTrue();
    }

    private void fill(int rows, int seconds) {
        Random random = new Random(rows);
        for (int i = 0; i < rows; i++) {
            memory.add(version(TEN.plusSeconds(i % seconds), random.nextLong()));
        }
    }

    private int sizeOfCursor() {
        return memory.addTo(Cursor.start()).toString().length();
    }

    private static RowVersion version(LocalDateTime time, long hash) {
        return new RowVersion(time, null, hash);
    }
}
