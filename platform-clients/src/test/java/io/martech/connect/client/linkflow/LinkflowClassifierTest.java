package io.martech.connect.client.linkflow;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkflowClassifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Expectation MESSAGES = Expectation.accepted().rejecting("B01376");

    private final LinkflowClassifier rules = new LinkflowClassifier(Set.of("B00401"), Set.of("B_00900"));

    @Test
    void aListIsASuccessOnlyIfItIsAList() {
        assertThat(read(200, "[]", Expectation.array()).isOk()).isTrue();
        assertThat(read(200, " [1] ", Expectation.array()).body())
                .isEqualTo(Json.array().add(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "<html><body>ok</body></html>",
                "[{\"id\":1},{\"id\"",
                "[]<!-- served by gateway -->",
                "[] []",
                "ok",
                "\0\0\0\0",
            })
    void whatIsNoJsonIsNeverAnEmptyListAndStopsIfItStays(String body) {
        Classification classification = read(200, body, Expectation.array());

        assertThat(classification.category()).isEqualTo(RETRY);
        assertThat(classification.isUnknown())
                .as("stops after ten repetitions in a row")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"data\":[]}", "0", "\"\"", "{\"success\":false}", "{\"error\":\"x\"}"})
    void jsonOfAnotherFormIsNoEmptyList(String body) {
        Classification classification = read(200, body, Expectation.array());

        assertThat(classification.category()).isEqualTo(RETRY);
        assertThat(classification.isUnknown()).as("stops after ten repetitions").isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID     | 703941987164160        | true",
                "ID     | null                   | true",
                "ID     | \"703\"                | false",
                "ID     | []                     | false",
                "OBJECT | {\"status\":1}         | true",
                "OBJECT | []                     | false",
                "OBJECT | {\"code\":\"B00010\"}  | false",
                "JSON   | 1                      | true",
            })
    void readsAreHeldToTheirShape(Expectation.Shape shape, String body, boolean success) {
        Expectation expected = new Expectation(shape, Set.of(), Set.of(), null);

        assertThat(read(200, body, expected).isOk()).isEqualTo(success);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | ''                                       | OK",
                "200 | {}                                       | OK",
                "200 | {\"success\":[1],\"failure\":[]}         | OK",
                "200 | null                                     | OK",
                "200 | <html></html>                            | RETRY",
                "200 | {\"code\":\"B01376\",\"message\":\"no\"} | REJECT",
                "200 | {\"code\":\"B00010\",\"message\":\"no\"} | RETRY",
                "200 | {\"code\":500,\"message\":\"oops\"}      | RETRY",
                "200 | {\"error\":\"Internal Server Error\"}    | RETRY",
                "202 | ''                                       | RETRY",
                "204 | ''                                       | RETRY",
            })
    void deliveredMeansHttp200AndNothingOrJsonWithoutAnError(int status, String body, String expected) {
        Classification classification = write(status, body);

        assertThat(classification.isOk() ? "OK" : classification.category().name())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":500,\"msg\":\"system error\"}",
                "{\"code\":\"SYSTEM_BUSY\",\"msg\":\"x\"}",
                "{\"code\":\"500\"}",
                "{\"success\":false,\"msg\":\"busy\"}",
                "{\"success\":\"false\"}",
                "{\"succeed\":false,\"code\":0}",
                "{\"errcode\":40001,\"errmsg\":\"invalid\"}",
                "{\"error_code\":\"E1\"}",
                "{\"errorMsg\":\"invalid\"}",
                "{\"status\":\"error\"}",
                "{\"status\":503}",
                "{\"error\":{\"reason\":\"x\"}}",
                "{\"error\":\"x\",\"code\":200}",
                "{\"errors\":[{\"field\":\"id\"}]}",
                "{\"Error\":true}",
                "{\"message\":\"Service unavailable\"}",
                "{\"success\":0,\"message\":\"busy\"}",
                "{\"code\":0,\"success\":false}",
                "[{\"code\":500}]",
                "\"error\"",
                "\"ok\"",
                "false",
                "500",
            })
    void whatHasAnySignOfAnErrorIsNotDelivered(String body) {
        for (Expectation write : List.of(MESSAGES, Expectation.object())) {
            Classification classification = rules.judge(
                    ApiRequest.post("messages", "/open/messages", Json.object()).expecting(write),
                    answer(200, body),
                    NOW);

            assertThat(classification.isOk()).as(body).isFalse();
            assertThat(classification.category()).isEqualTo(RETRY);
            assertThat(classification.isUnknown())
                    .as("stops after ten repetitions")
                    .isTrue();
            assertThat(classification.isFromThePlatform())
                    .as("no code rejects a record")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[1,2]",
                "true",
                "{\"code\":0,\"message\":\"操作成功\"}",
                "{\"code\":\"0\",\"message\":\"done\"}",
                "{\"code\":200}",
                "{\"code\":\"200\",\"msg\":\"\"}",
                "{\"code\":\"SUCCESS\",\"data\":{\"code\":\"summer\"}}",
                "{\"errcode\":0,\"errmsg\":\"ok\"}",
                "{\"success\":true,\"message\":\"3 messages\"}",
                "{\"message\":\"success\",\"error\":null,\"errors\":[]}",
                "{\"status\":\"ok\"}",
                "{\"status\":200,\"error\":false}",
                "{\"success\":3,\"error\":0}",
            })
    void whatHasNoSignOfAnErrorIsDelivered(String body) {
        assertThat(write(200, body).isOk()).as(body).isTrue();
    }

    /** As the document has them: 创建用户标签元数据, 上传标签值文件, 添加群组联系人, 创建群组. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tagId\":1,\"tagKey\":\"tag_ccc2\",\"tagName\":\"aaccc\",\"dataType\":\"number\",\"status\":\"ACTIVE\"}",
                "{\"tagKey\":\"tag_878\",\"fileName\":\"tag_878_file1\",\"ossUrl\":\"https://devtest.example.com/oss/1\"}",
                "{\"success\":[17760,17771],\"failure\":[17578],\"group\":{\"name\":\"双11vip客户\",\"id\":333}}",
                "{\"success\":[],\"failure\":[17578],\"group\":{\"groupType\":\"static\",\"id\":333}}",
                "{\"id\":333,\"name\":\"双11vip客户\",\"groupType\":\"static\",\"dateCreated\":\"2018-06-25 10:15:46\"}",
            })
    void whatTheDocumentShowsForWritesIsASuccess(String body) {
        ApiRequest request = ApiRequest.post("tags", "/v1/tags", Json.object()).expecting(Expectation.object());

        assertThat(rules.judge(request, answer(200, body), NOW).isOk()).as(body).isTrue();
    }

    @Test
    void theSignOfAnErrorIsNamedAndNothingPersonal() {
        assertThat(write(200, "{\"errcode\":40001,\"errmsg\":\"about Zhang San\"}")
                        .reason())
                .isEqualTo("answered HTTP 200 with an error in an undocumented form (\"errcode\" is 40001)");
        assertThat(write(200, "{\"errors\":\"about Zhang San\"}").reason()).endsWith("(\"errors\")");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 412, 420, 500, 503})
    void codesCountWhateverTheStatus(int status) {
        assertThat(write(status, envelope("B01376")).category()).isEqualTo(REJECT);
        assertThat(write(status, envelope("B_01376")).code()).isEqualTo("B01376");
        assertThat(write(status, envelope("B00093")).category()).isEqualTo(SPLIT);
        assertThat(write(status, envelope("B00401")).category()).isEqualTo(AUTHENTICATE);
        assertThat(write(status, envelope("B00900")).isUnknown()).isFalse();
        assertThat(write(status, envelope("B00900")).category()).isEqualTo(RETRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B00093", "B00030", "B00031"})
    void tooMuchAtOnceMeansLess(String code) {
        assertThat(read(500, envelope(code), Expectation.array()).category()).isEqualTo(SPLIT);
    }

    @Test
    void anEndpointMayDocumentItsOwnCodes() {
        Expectation tags = Expectation.object().rejecting("B_01162").splitting("B01206");

        assertThat(read(500, envelope("B01162"), tags).category()).isEqualTo(REJECT);
        assertThat(read(500, envelope("B01206"), tags).category()).isEqualTo(SPLIT);
        assertThat(read(500, envelope("B01376"), tags).isUnknown())
                .as("documented, but elsewhere")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 420, 500})
    void anUnknownCodeIsRepeatedTenTimesWhateverTheStatus(int status) {
        Classification classification = write(status, envelope("X999"));

        assertThat(classification.category()).isEqualTo(RETRY);
        assertThat(classification.retryLimit()).isEqualTo(10);
        assertThat(classification.platformMessage()).isEqualTo("about Zhang San");
        assertThat(classification.reason()).contains("X999").doesNotContain("Zhang");
    }

    @ParameterizedTest
    @CsvSource({
        "500, RETRY",
        "502, RETRY",
        "503, RETRY",
        "599, RETRY",
        "408, RETRY",
        "429, WAIT",
        "401, AUTHENTICATE",
        "403, AUTHENTICATE",
        "400, STOP",
        "404, STOP",
        "405, STOP",
        "413, STOP",
        "420, STOP",
        "301, STOP",
        "302, STOP",
        "307, STOP",
        "308, STOP"
    })
    void withoutTheEnvelopeTheStatusDecides(int status, Category category) {
        for (String body : new String[] {"", "<html>", "{}", "{\"status\":500,\"error\":\"Internal\"}", "[]"}) {
            Classification classification = write(status, body);
            assertThat(classification.category()).as(body).isEqualTo(category);
            assertThat(classification.isUnknown()).as(body).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 412, 420})
    void aRefusalWhoseJsonIsCutOffIsRepeatedSinceItMayHoldACode(int status) {
        String envelope = envelope("B01376");
        Classification classification = write(status, envelope.substring(0, envelope.length() / 2));

        assertThat(classification.category()).isEqualTo(RETRY);
        assertThat(classification.retryLimit()).isEqualTo(10);
        assertThat(write(status, "{\"error\":\"Bad Request\"}").category()).isEqualTo(STOP);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusalWithAnEnvelopeAsksForAnotherTokenToo(int status) {
        assertThat(write(status, envelope("B77777")).category()).isEqualTo(AUTHENTICATE);
    }

    @Test
    void aGatewaysNumberIsNotThePlatformsCode() {
        Classification classification = write(503, "{\"code\":503,\"message\":\"no healthy upstream\"}");

        assertThat(classification.category()).isEqualTo(RETRY);
        assertThat(classification.isUnknown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                              | 7",
                " 7                             | 7",
                "0                              | 0",
                "7200                           | 7200",
                "86400                          | 86400",
                "86401                          | 86400",
                "Sun, 01 Mar 2026 00:00:40 GMT  | 40",
                "Sat, 28 Feb 2026 23:00:00 GMT  | 0",
                "Sun, 01 Mar 2026 06:00:00 GMT  | 21600",
                "Mon, 02 Mar 2026 00:00:40 GMT  | 86400",
                "soon                           | 0",
                "-5                             | 0",
            })
    void waitsAsLongAsThePlatformAsksButNotForever(String retryAfter, long seconds) {
        RawResponse answer = new RawResponse(429, Headers.of("Retry-After", retryAfter), new byte[0]);

        Classification classification = rules.judge(request(MESSAGES), answer, NOW);

        assertThat(classification.category()).isEqualTo(WAIT);
        assertThat(classification.delay()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aRedirectNamesItsHostOnly() {
        RawResponse answer = new RawResponse(
                302, Headers.of("Location", "https://login.example.com/sso?ticket=s3cret"), new byte[0]);

        Classification classification = rules.judge(request(MESSAGES), answer, NOW);

        assertThat(classification.category()).isEqualTo(STOP);
        assertThat(classification.reason())
                .contains("https://login.example.com:443", "linkflow.url")
                .doesNotContain("s3cret");
    }

    @Test
    void neverThrowsAndNeverTakesNoiseForAList() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(1, 40)];
            random.nextBytes(noise);
            noise[0] = random.nextBoolean() ? 0 : noise[0];
            RawResponse answer = new RawResponse(random.nextInt(200, 600), Headers.of(), noise);
            assertThat(rules.judge(request(Expectation.object()), answer, NOW).isOk())
                    .as("seed %d", seed)
                    .isFalse();
        }
        assertThat(read(200, "[1e99999999999]", Expectation.array()).isOk()).isFalse();
    }

    private Classification read(int status, String body, Expectation expectation) {
        return judge(status, body, expectation);
    }

    private Classification write(int status, String body) {
        return judge(status, body, MESSAGES);
    }

    private Classification judge(int status, String body, Expectation expectation) {
        return rules.judge(request(expectation), answer(status, body), NOW);
    }

    private static RawResponse answer(int status, String body) {
        return new RawResponse(status, Headers.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiRequest request(Expectation expectation) {
        return ApiRequest.get("orders", "/open/orders").expecting(expectation);
    }

    private static String envelope(String code) {
        return "{\"domain\":\"linkflow\",\"code\":\"" + code + "\",\"message\":\"about Zhang San\"}";
    }
}
