package io.martech.connect.schema.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimesTest {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    @ParameterizedTest
    @CsvSource({
        "2026-03-01 10:00:05, 2026-03-01T10:00:05",
        "2026-03-01 10:00:05.0, 2026-03-01T10:00:05",
        "2026-03-01 10:00:05.12, 2026-03-01T10:00:05.120",
        "2026-03-01 10:00:05.123456789, 2026-03-01T10:00:05.123456789",
        "'2026-03-01 10:00:05,123', 2026-03-01T10:00:05.123",
        "2026-03-01T10:00:05, 2026-03-01T10:00:05",
        "2026-03-01 10:00, 2026-03-01T10:00:00",
        "2026-03-01T02:00:05Z, 2026-03-01T10:00:05",
        "2026-03-01t02:00:05.5z, 2026-03-01T10:00:05.5",
        "2026-03-01T10:00:05+08:00, 2026-03-01T10:00:05",
        "2026-03-01 04:00:05.000+0200, 2026-03-01T10:00:05",
        "2026-03-01 04:00:05 +02, 2026-03-01T10:00:05",
        "2026/03/01 10:00:05, 2026-03-01T10:00:05",
        "2026/3/1 9:00:05, 2026-03-01T09:00:05",
        "' 2026-03-01 10:00:05 ', 2026-03-01T10:00:05",
        "1772330405, 2026-03-01T10:00:05",
        "1772330405678, 2026-03-01T10:00:05.678"
    })
    void readsWhatIsUnmistakable(String text, LocalDateTime time) {
        assertThat(LocalTimes.timeOf(TextNode.valueOf(text), ZONE)).isEqualTo(time);
    }

    @Test
    void readsNumbers() {
        LocalDateTime time = LocalDateTime.of(2026, 3, 1, 10, 0, 5);
        assertThat(LocalTimes.timeOf(IntNode.valueOf(1772330405), ZONE)).isEqualTo(time);
        assertThat(LocalTimes.timeOf(LongNode.valueOf(1772330405000L), ZONE)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-01",
                "2026-02-30 10:00:00",
                "2026-03-01 25:00:00",
                "03/01/2026 10:00:05",
                "01.03.2026 10:00:05",
                "26-03-01 10:00:05",
                "20260301",
                "0",
                "-1",
                "99999999999",
                "1772330405678901",
                "2026-03-01 10:00:05 CST"
            })
    void doesNotGuess(String text) {
        JsonNode json = TextNode.valueOf(text);
        assertThat(LocalTimes.timeOf(json, ZONE)).isNull();
        assertThat(LocalTimes.timeOf((JsonNode) null, ZONE)).isNull();
    }
}
