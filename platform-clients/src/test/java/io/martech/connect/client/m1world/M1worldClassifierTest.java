package io.martech.connect.client.m1world;

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
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.RawResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class M1worldClassifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(7);

    /** In every shape that an answer may have, since none is documented. */
    private static final List<String> SHAPES = List.of(
            "{\"success\":false,\"code\":\"CODE\",\"message\":\"about Zhang San\"}",
            "{\"success\":false,\"errorCode\":\"CODE\"}",
            "{\"success\":false,\"data\":{\"code\":\"CODE\",\"message\":\"about Zhang San\"}}",
            "{\"success\":false,\"data\":\"CODE\"}",
            "{\"success\":false,\"data\":\"CODE about Zhang San\"}",
            "{\"success\":false,\"message\":\"about Zhang San (CODE)\"}",
            "{\"success\":\"no\",\"error\":\"CODE\"}",
            "{\"code\":\"CODE\",\"message\":\"about Zhang San\"}",
            "{\"success\":null,\"note\":\"not E99999, that was\",\"code\":\"CODE\"}",
            "\"CODE\"",
            "CODE");

    private final M1worldClassifier ofApp = new M1worldClassifier("m1world.url", false, PAUSE);
    private final M1worldClassifier ofKey = new M1worldClassifier("m1world.url", true, PAUSE);

    @ParameterizedTest
    @CsvSource({
        "E10001, RETRY",
        "E10101, AUTHENTICATE",
        "E10102, STOP",
        "E10103, STOP",
        "E10104, WAIT",
        "E00001, STOP",
        "E00002, STOP",
        "E00003, STOP",
        "E00004, STOP",
        "E00005, SPLIT",
        "E12345, RETRY"
    })
    void theCodeIsFoundWhereverTheBodyHoldsItAndWhateverTheStatus(String code, Category expected) {
        for (String shape : SHAPES) {
            for (int status : new int[] {200, 400, 401, 403, 404, 500, 503}) {
                Classification classification =
                        read(ofApp, status, shape.replace("CODE", code), Expectation.accepted());
                assertThat(classification.category()).as("%s %s", status, shape).isEqualTo(expected);
                assertThat(classification.code()).isEqualTo(code);
                assertThat(classification.isUnknown()).isEqualTo("E12345".equals(code));
                assertThat(classification.reason()).contains(code).doesNotContain("Zhang");
            }
        }
        assertThat(List.of(AUTHENTICATE, REJECT, RETRY, SPLIT, STOP, WAIT)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"E10103, STOP", "E10104, WAIT"})
    void longWordsHideNoCode(String code, Category expected) {
        String words = "the parameter is wrong; ".repeat(20);
        for (String body : List.of(
                "{\"success\":false,\"message\":\"" + words + "CODE\"}",
                "{\"success\":false,\"message\":\"CODE " + words + "\"}",
                "{\"success\":false,\"data\":{\"message\":\"" + words + "(CODE)" + words + "\"}}",
                "{\"success\":false,\"echo\":\"E99999 " + words + "\",\"message\":\"no: CODE\"}")) {
            Classification classification = read(ofApp, 200, body.replace("CODE", code), Expectation.accepted());
            assertThat(classification.category()).as(body).isEqualTo(expected);
            assertThat(classification.code()).isEqualTo(code);
            assertThat(classification.platformMessage()).contains("no: ".repeat(body.contains("echo") ? 1 : 0));
        }
    }

    @Test
    void ofLongWordsTheBeginningIsKeptAndNoPartOfAWord() {
        String words = "the parameter is wrong; ".repeat(12) + "token=" + "x".repeat(60) + " E10103";
        Classification classification = read(ofApp, 200, "{\"message\":\"" + words + "\"}", Expectation.accepted());

        assertThat(classification.platformMessage())
                .startsWith("the parameter is wrong; ")
                .hasSizeLessThanOrEqualTo(301)
                .doesNotContain("x");
    }

    /** A page of something in front of the platform may hold anything. */
    @Test
    void aPageThatIsNoJsonHoldsNoCode() {
        String page = "<html>" + "<p>moment, please</p> ".repeat(20) + " E10103 </html>";

        assertThat(read(ofApp, 503, page, Expectation.accepted()).category()).isEqualTo(RETRY);
        assertThat(read(ofApp, 503, page, Expectation.accepted()).code()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "E00001, the free plan holds 5",
        "E00002, the gold plan has expired",
        "E00003, 100",
        "E00004, the diamond plan has"
    })
    void aFullAccountStopsNamingThePlansLimit(String code, String words) {
        assertThat(read(ofApp, 200, "{\"success\":false,\"code\":\"" + code + "\"}", Expectation.accepted())
                        .reason())
                .contains(words, "Nothing was skipped");
    }

    @Test
    void theQuotaIsWaitedForAsLongAsConfigured() {
        Classification classification =
                read(ofApp, 200, "{\"success\":false,\"code\":\"E10104\"}", Expectation.accepted());

        assertThat(classification.delay()).isEqualTo(PAUSE);
        assertThat(classification.isPause()).isTrue();
        assertThat(classification.reason()).contains("hourly quota", "m1world.quota.pause.ms");
    }

    @Test
    void whatAnEndpointDocumentsOfACodeComesFirst() {
        String refused = "{\"success\":false,\"code\":\"E10103\"}";
        assertThat(read(ofApp, 200, refused, Expectation.accepted().rejecting("E10103"))
                        .category())
                .isEqualTo(REJECT);
        assertThat(read(ofApp, 200, refused, Expectation.accepted().splitting("E10103"))
                        .category())
                .isEqualTo(SPLIT);
    }

    @Test
    void aFixedKeyCannotBeRenewed() {
        for (int status : new int[] {200, 401}) {
            Classification classification =
                    read(ofKey, status, "{\"success\":false,\"code\":\"E10101\"}", Expectation.accepted());
            assertThat(classification.category()).isEqualTo(STOP);
            assertThat(classification.reason()).contains("Check m1world.token");
        }
        assertThat(read(ofKey, 401, "", Expectation.accepted()).category()).isEqualTo(STOP);
        assertThat(read(ofApp, 401, "", Expectation.accepted()).category()).isEqualTo(AUTHENTICATE);
    }

    @Test
    void aSuccessSaysSoAndItsDataHasTheFormThatIsDocumented() {
        String object = "{\"success\":true,\"data\":{\"note\":\"E10101\",\"list\":[]}}";
        assertThat(read(ofApp, 200, object, Expectation.object()).isOk()).isTrue();
        assertThat(read(ofApp, 200, object, Expectation.json()).isOk()).isTrue();
        assertThat(read(ofApp, 200, object, Expectation.accepted()).isOk()).isTrue();
        assertThat(read(ofApp, 200, object, Expectation.array()).isUnknown()).isTrue();
        assertThat(read(ofApp, 200, "{\"success\":true,\"data\":[]}", Expectation.array())
                        .isOk())
                .isTrue();
        assertThat(read(ofApp, 200, "{\"success\":true}", Expectation.json()).isUnknown())
                .isTrue();
        assertThat(read(ofApp, 200, "{\"success\":true}", Expectation.accepted())
                        .isOk())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>ok</html>",
                "[]",
                "{}",
                "null",
                "{\"success\":false}",
                "{\"success\":\"true\"",
                "{\"data\":{\"list\":[]}}",
                "{\"success\":false,\"data\":{\"list\":[{\"code\":\"E10101\"}]}}",
                "{\"success\":false,\"message\":\"SIZE10101\"}"
            })
    void everythingElseIsNoSuccessAndStopsIfItStays(String body) {
        for (Expectation.Shape shape : Expectation.Shape.values()) {
            Expectation expectation = new Expectation(shape, java.util.Set.of(), java.util.Set.of(), null);
            assertThat(read(ofApp, 200, body, expectation).isUnknown()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"429, WAIT", "500, RETRY", "503, RETRY", "404, STOP", "302, STOP"})
    void withoutAWordFromThePlatformTheStatusDecides(int status, Category expected) {
        assertThat(read(ofApp, status, "", Expectation.accepted()).category()).isEqualTo(expected);
        assertThat(read(ofApp, status, "{\"success\":true,\"data\":{}}", Expectation.accepted())
                        .category())
                .isEqualTo(expected);
    }

    private static Classification read(M1worldClassifier rules, int status, String body, Expectation expectation) {
        ApiRequest request = ApiRequest.form("contacts", "/contact/add").expecting(expectation);
        return rules.judge(request, new RawResponse(status, Headers.of(), body.getBytes(StandardCharsets.UTF_8)), NOW);
    }
}
