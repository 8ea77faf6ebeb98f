package io.martech.connect.source.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTimeTest {

    @Test
    void itReadsWhatItWrites() {
        LocalDateTime time = LocalDateTime.of(2026, 12, 31, 23, 59, 8);
        assertThat(PlatformTime.format(time)).isEqualTo("2026-12-31 23:59:08");
        assertThat(PlatformTime.parse("2026-12-31 23:59:08")).isEqualTo(time);
        assertThat(PlatformTime.parse("0999-01-02 00:00:00")).isEqualTo(LocalDateTime.of(999, 1, 2, 0, 0));
    }

    @Test
    void aFractionOfASecondIsCutOff() {
        assertThat(PlatformTime.format(LocalDateTime.of(2026, 1, 1, 8, 0, 0, 999_999_999)))
                .isEqualTo("2026-01-01 08:00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-01",
                "2026-01-01T08:00:00",
                "2026-01-01 08:00:00.0",
                "2026-02-30 08:00:00",
                "2026-01-01 24:00:00",
                "2026-01-01 08:61:00",
                "2026-01-01 08:00:0x",
                "2026/01/01 08:00:00",
                "2026-01-01 08.00.00",
                "２０２６-01-01 08:00:00"
            })
    void anythingElseIsNoTime(String text) {
        assertThatThrownBy(() -> PlatformTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
