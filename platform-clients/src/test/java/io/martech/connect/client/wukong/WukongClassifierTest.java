package io.martech.connect.client.wukong;

import static io.martech.connect.client.Category.AUTHENTICATE;
import static io.martech.connect.client.Category.REJECT;
import static io.martech.connect.client.Category.RETRY;
import static io.martech.connect.client.Category.SPLIT;
import static io.martech.connect.client.Category.STOP;
import static io.martech.connect.client.Category.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.RawResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WukongClassifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Expectation ROWS = Expectation.array().rejecting("200").splitting("201");

    private final WukongClassifier rules = new WukongClassifier(Set.of("41001"));

    @Test
    void aListIsASuccessOnlyIfItIsAList() {
        assertThat(read(200, "[]", ROWS).isOk()).isTrue();
        assertThat(read(200, " [1] ", ROWS).body()).isEqualTo(Json.array().add(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>ok</html>",
                "[{\"c_id\":1},{\"c_id\"",
                "{}",
                "null",
                "{\"data\":[]}",
                "0",
                "\"\"",
                "{\"errcode\":\"100\",\"errmsg\":\"success\"}",
                "{\"errcode\":0}",
                "{\"errcode\":null}",
                "{\"errcode\":\"9999\",\"errmsg\":\"busy\"}",
                "{\"errcode\":-1}"
            })
    void whatIsNotTheArrayIsNeverAnEmptyDay(String body) {
        Classification classification = read(200, body, ROWS);

        assertThat(classification.category()).isEqualTo(RETRY);
        assertThat(classification.isUnknown()).as("stops if it stays").isTrue();
    }

    @Test
    void anErrorIsToldWithItsCodeAndNotWithItsWords() {
        Classification classification = read(200, "{\"errcode\":\"9999\",\"errmsg\":\"about Zhang San\"}", ROWS);

        assertThat(classification.code()).isEqualTo("9999");
        assertThat(classification.platformMessage()).isEqualTo("about Zhang San");
        assertThat(classification.reason()).contains("HTTP 200 with code 9999").doesNotContain("Zhang");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"errcode\":\"41001\",\"errmsg\":\"who?\"} | AUTHENTICATE",
                "500 | {\"errcode\":41001} | AUTHENTICATE",
                "200 | {\"errcode\":\"1\",\"errmsg\":\"invalid access_token\"} | AUTHENTICATE",
                "200 | {\"errcode\":\"1\",\"errmsg\":\"Token 已过期\"} | AUTHENTICATE",
                "200 | {\"errcode\":\"1\",\"errmsg\":\"无效的令牌\"} | AUTHENTICATE",
                "401 | {\"errcode\":\"1\"} | AUTHENTICATE",
                "401 | '' | AUTHENTICATE",
                "403 | <html> | AUTHENTICATE",
                "200 | {\"errcode\":\"200\",\"errmsg\":\"token\"} | REJECT",
                "200 | {\"errcode\":\"201\"} | SPLIT",
                "429 | {\"errcode\":\"1\"} | WAIT",
                "429 | '' | WAIT",
                "503 | '' | RETRY",
                "404 | <html> | STOP",
                "302 | '' | STOP"
            })
    void errorsAreUnderstoodWhateverTheStatus(int status, String body, Category expected) {
        assertThat(read(status, body, ROWS).category()).isEqualTo(expected);
        assertThat(Set.of(AUTHENTICATE, REJECT, SPLIT, WAIT, RETRY, STOP)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"errcode\":\"100\",\"errmsg\":\"success\"}", "{\"errcode\":0}"})
    void anImportIsDoneOnlyIfThePlatformSaysSo(String body) {
        assertThat(read(200, body, Expectation.accepted()).isOk()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"errmsg\":\"success\"}", "\"success\""})
    void anImportWithoutAWordOfSuccessIsNotRepeated(String body) {
        Classification classification = read(200, body, Expectation.accepted());

        assertThat(classification.category()).isEqualTo(STOP);
        assertThat(classification.reason()).contains("errcode 100", "was not retried");
    }

    private Classification read(int status, String body, Expectation expectation) {
        ApiRequest request = ApiRequest.form("leads", "/openv1/potential").expecting(expectation);
        return rules.judge(request, new RawResponse(status, Headers.of(), body.getBytes(StandardCharsets.UTF_8)), NOW);
    }
}
