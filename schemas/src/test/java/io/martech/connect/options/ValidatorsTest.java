package io.martech.connect.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The corners of validators with many of them; what each key does with its validator is in the tests of the keys. */
class ValidatorsTest {

    private static final UrlValidator PLATFORM = UrlValidator.ofPlatform("https://api.example.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdp-api.linkflowtech.com",
                "http://127.0.0.1:8080",
                "http://[::1]:8080/",
                "HTTPS://Example.com/base/path",
                "http://container_1:65535"
            })
    void addressesThatAreFine(String address) {
        assertThatCode(() -> PLATFORM.ensureValid("url", address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'', must begin with http",
        "ftp://example.com, must begin with http",
        "https:///path, names no host",
        "https://, names no host",
        "http://example.com:0, port",
        "http://example.com:65536, port",
        "http://example.com:port, port",
        "'http://exa mple.com', blanks",
        "' http://example.com', blanks",
        "https://user:s3cr3t@example.com, user and password",
        "https://us_er:s3cr3t@exam_ple.com, user and password",
        "https://example.com?token=s3cr3t, after ?",
        "https://example.com/#s3cr3t, after ?"
    })
    void addressesThatAreNotFineAreExplainedAndNeverRepeated(String address, String reason) {
        assertThatThrownBy(() -> PLATFORM.ensureValid("the.url", address))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the.url")
                .hasMessageContaining(reason)
                .hasMessageContaining("https://api.example.com")
                .hasMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01T00:00:00",
        "2026-01-01 08:30:01, 2026-01-01T08:30:01",
        "2024-02-29, 2024-02-29T00:00:00"
    })
    void startTimesAreRead(String text, LocalDateTime expected) {
        Validators.startTime().ensureValid("start.time", text);
        assertThat(StartTime.parse(text)).contains(expected);
    }

    @Test
    void anEmptyStartTimeIsTheWholeHistory() {
        Validators.startTime().ensureValid("start.time", "");
        assertThat(StartTime.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-1-1",
                "2026-01-01T08:00:00",
                "2026-01-01 08:00",
                "2026-01-01 24:00:00",
                "2026-01-01 08:00:00+08:00",
                "1767225600000",
                " "
            })
    void whatIsNoStartTimeIsRefusedWithBothForms(String text) {
        assertThatThrownBy(() -> Validators.startTime().ensureValid("start.time", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("start.time")
                .hasMessageContaining("2026-01-01 or 2026-01-01 08:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+08:00", "-03:30", "Z", "+00:00"})
    void fixedOffsetsAreFine(String offset) {
        assertThatCode(() -> Validators.zoneOffset().ensureValid("zone", offset))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "GMT+8", "UTC", "CST", "Asia/Shanghai", "+19:00", "08:00"})
    void anythingElseIsNoFixedOffset(String offset) {
        assertThatThrownBy(() -> Validators.zoneOffset().ensureValid("zone", offset))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("zone")
                .hasMessageContaining("+08:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void kafkaHasNoTopicsOfDotsOnly(String name) {
        assertThatThrownBy(() -> Validators.topicOrEmpty().ensureValid("topic", name))
                .isInstanceOf(ConfigException.class);
    }
}
