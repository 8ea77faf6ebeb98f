package io.martech.connect.client.youmi;

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

class YoumiClassifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Expectation ROWS = Expectation.array().rejecting("300").splitting("301");

    private final YoumiClassifier rules = new YoumiClassifier(YoumiAccount.Leniency.NONE);
    private final YoumiClassifier lenient =
            new YoumiClassifier(new YoumiAccount.Leniency("access_token", true, Set.of("777"), Set.of("888")));

    @ParameterizedTest
    @ValueSource(strings = {"20000", "10004", "\"20000\""})
    void aSuccessSaysSoTwiceAndItsValuesAreTheBody(String code) throws Exception {
        String answer =
                "{\"errmsg\":" + code + ",\"succeed\":true,\"msgTime\":\"2018-05-11\",\"values\":[{\"n\":100.240}]}";

        Classification classification = read(rules, 200, answer, ROWS);

        assertThat(classification.isOk()).isTrue();
        assertThat(classification.body()).isEqualTo(Json.read("[{\"n\":100.240}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>ok</html>",
                "[]",
                "{}",
                "null",
                "0",
                "{\"values\":[]}",
                "{\"succeed\":true,\"values\":[]}",
                "{\"errmsg\":null,\"succeed\":true,\"values\":[]}",
                "{\"errmsg\":20000,\"values\":[]}",
                "{\"errmsg\":20000,\"succeed\":false,\"values\":[]}",
                "{\"errmsg\":99999,\"succeed\":true,\"values\":[]}",
                "{\"errmsg\":20000,\"succeed\":true}",
                "{\"errmsg\":20000,\"succeed\":true,\"values\":null}",
                "{\"errmsg\":20000,\"succeed\":true,\"values\":{}}",
                "{\"errmsg\":20000,\"succeed\":true,\"values\":\"[]\"}",
                "{\"errmsg\":20000,\"succeed\":true,\"values\":[{\"ad_staff_code\":"
            })
    void whatIsNotTheDocumentedListIsNeverAnEmptyOne(String body) {
        Classification classification = read(rules, 200, body, ROWS);

        assertThat(classification.category()).isEqualTo(Category.RETRY);
        assertThat(classification.isUnknown()).as("stops if it stays").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10003, AUTHENTICATE, the token is not valid",
        "10011, AUTHENTICATE, was not accepted",
        "10005, STOP, Check youmi.app.key",
        "10006, RETRY, older than ten minutes",
        "200001, STOP, underscores_in_headers",
        "200002, STOP, underscores_in_headers",
        "200003, STOP, underscores_in_headers",
        "200004, STOP, underscores_in_headers",
        "200005, RETRY, older than ten minutes",
        "200006, STOP, Check youmi.app.key",
        "200007, STOP, Check youmi.app.id",
        "200011, RETRY, a server error",
        "200012, STOP, the parameters",
        "300, REJECT, code 300",
        "301, SPLIT, too large",
        "99999, RETRY, not documented"
    })
    void everyDocumentedCodeMeansOneThingWhateverTheStatusAndHoweverItIsWritten(
            String code, Category expected, String words) {
        for (int status : new int[] {200, 400, 401, 500, 503}) {
            for (String written : new String[] {code, "\"" + code + "\""}) {
                String body =
                        "{\"errmsg\":" + written + ",\"succeed\":false,\"values\":[],\"errdesc\":\"about Zhang San\"}";
                Classification classification = read(rules, status, body, ROWS);
                if (!code.equals("99999") || status != 401) {
                    assertThat(classification.category())
                            .as("%s %s", status, written)
                            .isEqualTo(expected);
                }
                assertThat(classification.code()).isEqualTo(code);
                assertThat(classification.reason()).contains("HTTP " + status).doesNotContain("Zhang");
                assertThat(classification.platformMessage()).isEqualTo("about Zhang San");
            }
        }
        assertThat(read(rules, 200, "{\"errmsg\":" + code + ",\"succeed\":false}", ROWS)
                        .reason())
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({"10006, true", "200005, true", "99999, true", "200011, false"})
    void onlyAFaultOfTheServerMayLastForEver(String code, boolean stopsIfItStays) {
        assertThat(read(rules, 200, "{\"errmsg\":" + code + ",\"succeed\":false}", ROWS)
                        .isUnknown())
                .isEqualTo(stopsIfItStays);
    }

    @Test
    void moreCodesCanBeConfigured() {
        assertThat(read(lenient, 200, "{\"errmsg\":777,\"succeed\":false}", ROWS)
                        .category())
                .isEqualTo(Category.AUTHENTICATE);
        Classification passing = read(lenient, 200, "{\"errmsg\":888,\"succeed\":false}", ROWS);
        assertThat(passing.category()).isEqualTo(Category.RETRY);
        assertThat(passing.isUnknown()).isFalse();
    }

    @Test
    void nullIsAnEmptyListOnlyIfThatIsConfiguredAndTheMessageSaysHow() {
        String answer = "{\"errmsg\":20000,\"succeed\":true,\"values\":null}";
        assertThat(read(rules, 200, answer, ROWS).reason()).contains("youmi.null.is.empty.list");
        assertThat(read(lenient, 200, answer, ROWS).body()).isEqualTo(Json.array());
        assertThat(read(lenient, 200, "{\"errmsg\":20000,\"succeed\":true}", ROWS)
                        .isOk())
                .as("no values at all")
                .isFalse();
        assertThat(read(lenient, 200, "{\"errmsg\":99999,\"succeed\":true,\"values\":null}", ROWS)
                        .isOk())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "401, AUTHENTICATE",
        "403, AUTHENTICATE",
        "429, WAIT",
        "500, RETRY",
        "503, RETRY",
        "404, STOP",
        "302, STOP"
    })
    void withoutAWordFromThePlatformTheStatusDecides(int status, Category expected) {
        assertThat(read(rules, status, "", ROWS).category()).isEqualTo(expected);
        assertThat(read(rules, status, "{\"errmsg\":20000,\"succeed\":true,\"values\":[]}", ROWS)
                        .category())
                .isEqualTo(expected);
    }

    private static Classification read(YoumiClassifier rules, int status, String body, Expectation expectation) {
        ApiRequest request = ApiRequest.get("staff", "/staff").expecting(expectation);
        return rules.judge(request, new RawResponse(status, Headers.of(), body.getBytes(StandardCharsets.UTF_8)), NOW);
    }
}
