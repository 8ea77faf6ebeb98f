package io.martech.connect.source.reader.emitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.emitted.KeyedHashes.State;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyedHashesTest {

    @Test
    void whatIsWrittenIsRead() {
        Random random = new Random(7);
        KeyedHashes rows = new KeyedHashes();
        for (int i = 0; i < 2_000; i++) {
            String key = i % 2 == 0 ? null : "{\"id\":" + i + "}";
            long hash = key == null ? random.nextLong() : RowKeys.hashOf(RowKeys.row(key));
            rows.put(hash, new State(random.nextLong(), i % 3 == 0 ? random.nextLong() : 0, i % 5 == 0, key));
        }
        rows.put(Long.MIN_VALUE, new State(1, 2, true, null));
        rows.put(Long.MAX_VALUE, new State(-1, 0, false, null));
        assertThat(KeyedHashes.from(rows.addTo(Cursor.start())).all()).isEqualTo(rows.all());
        assertThat(KeyedHashes.from(Cursor.start()).all()).isEmpty();
    }

    @Test
    void aRowTakesNoMoreCharactersThanIsReckonedWith() {
        Random random = new Random(8);
        KeyedHashes rows = new KeyedHashes();
        long reckoned = 0;
        for (int i = 0; i < 2_000; i++) {
            String key = "{\"id\":" + random.nextLong() + "}";
            State state = new State(random.nextLong(), i % 3 == 0 ? random.nextLong() : 0, false, key);
            rows.put(RowKeys.hashOf(RowKeys.row(key)), state);
            reckoned += KeyedHashes.characters(state);
        }
        assertThat(rows.addTo(Cursor.start()).toOffset().toString().length()).isLessThan((int) reckoned);
    }

    @Test
    void aTextThatIsCutOffIsRefused() {
        KeyedHashes rows = new KeyedHashes();
        rows.put(1, new State(2, 0, false, null));
        Cursor cursor = rows.addTo(Cursor.start());
        Cursor cutOff =
                cursor.with(KeyedHashes.ROWS, cursor.text(KeyedHashes.ROWS).substring(0, 8));
        assertThatThrownBy(() -> KeyedHashes.from(cutOff)).isInstanceOf(IllegalArgumentException.class);
    }
}
