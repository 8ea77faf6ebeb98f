package io.martech.connect.source.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void whatConnectHasNotStoredIsTheStart() {
        assertThat(Cursor.fromOffset(null)).isEqualTo(Cursor.start());
        assertThat(Cursor.start().isStart()).isTrue();
        assertThat(Cursor.start().toOffset()).isEmpty();
    }

    @Test
    void changingLeavesTheOriginalAlone() {
        Cursor before = Cursor.start().with("last_id", 1L);
        Cursor after = before.with("last_id", 2L).with("phase", "backfill");

        assertThat(before.toOffset()).isEqualTo(Map.of("last_id", 1L));
        assertThat(after.toOffset()).isEqualTo(Map.of("last_id", 2L, "phase", "backfill"));
        assertThat(after.with("phase", null).has("phase")).isFalse();
        assertThat(after.has("phase")).isTrue();
    }

    @Test
    void theMapItCameFromMayChangeAfterwards() {
        Map<String, Object> offset = new HashMap<>(Map.of("last_id", 1L));
        Cursor cursor = Cursor.fromOffset(offset);
        offset.put("last_id", 2L);
        assertThat(cursor.number("last_id", 0)).isEqualTo(1);
    }

    @Test
    void timesAreStoredInThePlatformsFormat() {
        LocalDateTime time = LocalDateTime.of(2026, 3, 1, 8, 5, 9);
        Cursor cursor = Cursor.start().with("read_up_to", time);
        assertThat(cursor.toOffset()).isEqualTo(Map.of("read_up_to", "2026-03-01 08:05:09"));
        assertThat(cursor.time("read_up_to")).isEqualTo(time);
        assertThat(cursor.time("missing")).isNull();
    }

    /** A person edits JSON, in which a number may be an int, or a text. */
    @Test
    void aNumberMayHaveBeenWrittenAsAnyNumberOrAsText() {
        Cursor edited = Cursor.fromOffset(Map.of("int", 42, "text", "43", "long", 9007199254740993L));
        assertThat(edited.number("int", 0)).isEqualTo(42);
        assertThat(edited.number("text", 0)).isEqualTo(43);
        assertThat(edited.number("long", 0)).isEqualTo(9007199254740993L);
        assertThat(edited.number("missing", 7)).isEqualTo(7);
        assertThat(edited.text("int")).isEqualTo("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-02-31 08:00:00", "2026-01-01T08:00:00", "2026-01-01", ""})
    void aMalformedTimeIsAnErrorThatShowsTheRightFormAndTheWayOut(String text) {
        Cursor cursor = Cursor.start().with("read_up_to", text);
        assertThatThrownBy(() -> cursor.time("read_up_to"))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("'read_up_to' is '" + text + "'")
                .hasMessageContaining("2026-01-01 08:00:00")
                .hasMessageContaining("/offsets");
    }

    @Test
    void aMalformedNumberIsAnErrorThatShowsTheRightForm() {
        Cursor cursor = Cursor.start().with("last_id", "many");
        assertThatThrownBy(() -> cursor.number("last_id", 0))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("'last_id' is 'many'")
                .hasMessageContaining("whole number such as 42");
    }

    @Test
    void equalContentIsAnEqualCursor() {
        Cursor one = Cursor.start().with("a", 1L).with("b", "x");
        Cursor other = Cursor.start().with("b", "x").with("a", 1L);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(other.with("a", 2L));
        assertThat(one).hasToString("{a=1, b=x}");
    }
}
