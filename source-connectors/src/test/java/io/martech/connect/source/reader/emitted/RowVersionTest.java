package io.martech.connect.source.reader.emitted;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowVersionTest {

    private static final String T0 = "2026-03-01 10:00:00";
    private static final RowTimes TIMES = new RowTimes("orders", ZoneOffset.ofHours(8));
    private static final String T1 = "2026-03-01 10:00:01";

    @ParameterizedTest(name = "({0}, {1}, {2}) after ({3}, {4}, {5}) is no news: {6}")
    @CsvSource({
        T1 + ", 1, a, " + T0 + ", 1, a, false",
        T1 + ", 1, a, " + T0 + ", 9, b, false",
        T0 + ", 9, a, " + T1 + ", 1, b, true",
        T0 + ", 2, a, " + T0 + ", 1, b, false",
        T0 + ", 1, a, " + T0 + ", 2, b, true",
        T0 + ", 1, a, " + T0 + ", 1, a, true",
        T0 + ", 1, a, " + T0 + ", 1, b, false",
        T0 + ", , a, " + T0 + ", , b, false",
        T0 + ", , a, " + T0 + ", , a, true",
        T0 + ", , a, " + T0 + ", 2, b, false",
        ", 2, a, , 1, b, false",
        ", 1, a, , 2, b, true",
        ", , a, " + T0 + ", , b, false",
    })
    void aReadingIsDroppedOnlyIfOlderOrTheSame(
            String time,
            Long ver,
            String content,
            String emittedTime,
            Long emittedVer,
            String emittedContent,
            boolean noNews) {
        assertThat(version(time, ver, content).isNoNewsAfter(version(emittedTime, emittedVer, emittedContent)))
                .isEqualTo(noNews);
    }

    @Test
    void theOrderOfFieldsDoesNotMatter() {
        assertThat(of("{\"id\":1,\"a\":{\"x\":1,\"y\":[1,2]},\"b\":null}"))
                .isEqualTo(of("{\"b\":null,\"a\":{\"y\":[1,2],\"x\":1},\"id\":1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":2,\"a\":[1,2]}",
                "{\"id\":1,\"a\":[2,1]}",
                "{\"id\":1,\"a\":[1,2],\"b\":null}",
                "{\"id\":1,\"a\":[1,\"2\"]}"
            })
    void everythingElseInARowDoes(String other) {
        assertThat(of(other).hash()).isNotEqualTo(of("{\"id\":1,\"a\":[1,2]}").hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1}",
                "{\"id\":1,\"lastUpdated\":null}",
                "{\"id\":1,\"lastUpdated\":\"yesterday\"}",
                "{\"id\":1,\"ver\":\"1\"}",
                "{\"id\":1,\"ver\":1.5}",
                "{\"id\":1,\"ver\":99999999999999999999}"
            })
    void whatCannotBeReadIsAsIfNotThere(String row) {
        assertThat(of(row).lastUpdated()).isNull();
        assertThat(of(row).ver()).isNull();
    }

    @Test
    void aTimeThatCannotBeReadIsCounted() {
        RowTimes times = new RowTimes("orders", ZoneOffset.ofHours(8));
        for (String time : new String[] {"null", "\"\"", "\"yesterday\"", "\"2026-03-01 10:00:01\"", "true"}) {
            JsonNode row = json("{\"id\":1,\"lastUpdated\":" + time + "}");
            assertThat(times.versionOf(row).hash())
                    .isEqualTo(times.versionOf(row).hash());
        }
        assertThat(times.unreadable()).as("\"yesterday\" and true, twice each").isEqualTo(4);
    }

    @Test
    void timeAndVersionAreRead() {
        RowVersion version = of("{\"id\":1,\"ver\":7,\"lastUpdated\":\"2026-03-01 10:00:01\"}");
        assertThat(version.ver()).isEqualTo(7);
        assertThat(version.lastUpdated()).isEqualTo(LocalDateTime.of(2026, 3, 1, 10, 0, 1));
    }

    private static RowVersion version(String time, Long ver, String content) {
        return of("{\"id\":1,\"ver\":" + ver + ",\"lastUpdated\":" + (time == null ? "null" : '"' + time + '"')
                + ",\"content\":\"" + content + "\"}");
    }

    private static RowVersion of(String json) {
        return TIMES.versionOf(json(json));
    }

    private static JsonNode json(String json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
