package io.martech.connect.sandbox.youmi;

import static io.martech.connect.sandbox.http.PlainClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.PlainClient;
import io.martech.connect.sandbox.http.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class YoumiSimulatorTest {

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final YoumiPlatform platform = new YoumiPlatform(clock, 7);
    private final ApiServer server = YoumiServer.start(platform);
    private final PlainClient client = new PlainClient(server.uri());
    private int nonces = 100;

    @AfterEach
    void close() {
        server.close();
        assertThat(server.ownErrors()).isEmpty();
    }

    @Test
    void aSignedTokenCallAnswersATokenForSevenDays() {
        JsonNode answer = tokenCall(YoumiPlatform.APP_ID, now());
        assertThat(answer.path("errmsg").asInt()).isEqualTo(10004);
        assertThat(answer.path("values").path("expires_in").asLong() - now())
                .isEqualTo(Duration.ofDays(7).toSeconds());

        Map<String, String> headers =
                headers(answer.path("values").path("access_token").asText());
        assertThat(code("GET", "/staff", headers)).isEqualTo(20000);
        clock.advance(Duration.ofDays(7));
        assertThat(code("GET", "/staff", headers(headers.get("access_token")))).isEqualTo(10003);
    }

    @Test
    void wrongTokenCallsAreRefusedWithStatus200() {
        assertThat(tokenCall("somebody", now()).path("errmsg").asInt()).isEqualTo(200007);
        assertThat(tokenCall(YoumiPlatform.APP_ID, now() - 601).path("errmsg").asInt())
                .isEqualTo(10006);
        assertThat(json(client.send(
                                "POST",
                                "/GetAccessToken?format=json",
                                "{\"AppId\":\"" + YoumiPlatform.APP_ID + "\",\"Nonce\":\"1\",\"Timestamp\":\"" + now()
                                        + "\",\"Signature\":\"x\"}",
                                Map.of()))
                        .path("errmsg")
                        .asInt())
                .isEqualTo(200006);
        assertThat(platform.issuedTokens()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "access_token, 200001",
        "Nonce, 200002",
        "Timestamp, 200003",
        "Signature, 200004",
        "Content-type, 200012"
    })
    void everyHeaderIsNeeded(String header, int code) {
        Map<String, String> headers = headers(token());
        headers.remove(header);
        assertThat(code("GET", "/Label", headers)).isEqualTo(code);
    }

    @Test
    void aSignatureIsCheckedIsYoungAndIsUsedOnce() {
        Map<String, String> headers = headers(token());
        Map<String, String> capitals = new HashMap<>(headers);
        capitals.replace("Signature", headers.get("Signature").replace("%3d", "%3D"));
        assertThat(code("GET", "/Label", capitals)).isEqualTo(10005);
        assertThat(code("GET", "/Label", headers)).isEqualTo(20000);
        assertThat(code("GET", "/Label", headers)).as("the same nonce").isEqualTo(10005);
        Map<String, String> old = headers(token());
        clock.advance(Duration.ofSeconds(601));
        assertThat(code("GET", "/Label", old)).isEqualTo(200005);
    }

    @ParameterizedTest
    @EnumSource
    void everyListHasTheFieldsOfTheDocumentsExample(YoumiList list) {
        platform.insert(list, 20);

        List<JsonNode> rows = rows(list, "");

        assertThat(rows).isNotEmpty();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(documented(list));
            assertThat(platform.rowsByKey(list)).containsEntry(list.keyOf(row), row);
        });
    }

    @Test
    void accountsArePersonalUnlessAskedForOtherwise() {
        platform.insert(YoumiList.WECHAT_ACCOUNTS, 9);
        assertThat(rows(YoumiList.WECHAT_ACCOUNTS, "")).hasSize(6);
        assertThat(rows(YoumiList.WECHAT_ACCOUNTS, "?ad_wechat_lei=3")).hasSize(3);
    }

    @Test
    void listsAreFilteredAsDocumented() {
        platform.insert(YoumiList.LABELS, 14);
        platform.insert(YoumiList.STAFF_WECHAT_ACCOUNTS, 18);
        assertThat(rows(YoumiList.LABELS, "?categories=-1")).hasSize(14);
        assertThat(rows(YoumiList.LABELS, "?categories=101")).hasSize(2);
        JsonNode answer =
                json(client.send("POST", "/staff/GetStaffWechat", "{\"ad_staff_code\":\"b03\"}", headers(token())));
        assertThat(answer.path("values")).hasSize(2);
    }

    @Test
    void countersMoveAlone() {
        platform.insert(YoumiList.WECHAT_ACCOUNTS, 1);
        JsonNode before =
                platform.rowsByKey(YoumiList.WECHAT_ACCOUNTS).firstEntry().getValue();
        platform.moveCounters();
        JsonNode after =
                platform.rowsByKey(YoumiList.WECHAT_ACCOUNTS).firstEntry().getValue();
        before.fieldNames()
                .forEachRemaining(field -> assertThat(after.get(field).equals(before.get(field)))
                        .as(field)
                        .isEqualTo(!YoumiPlatform.COUNTERS.contains(field)));
    }

    @Test
    void arraysWithinTextsAreJson() {
        platform.insert(YoumiList.AD_GROUPS, 5);
        platform.insert(YoumiList.CUSTOM_ATTRIBUTES, 4);
        rows(YoumiList.AD_GROUPS, "").forEach(row -> {
            assertThat(JsonText.read(row.path("ad_brand_welist").textValue())).hasValueSatisfying(JsonNode::isArray);
            assertThat(row.path("wechats").isNull()
                            || JsonText.read(row.path("wechats").textValue()).isPresent())
                    .isTrue();
        });
        rows(YoumiList.CUSTOM_ATTRIBUTES, "")
                .forEach(row -> assertThat(JsonText.read(row.path("customVal").textValue()))
                        .contains(row.path("customValJsonStr")));
    }

    @Test
    void faultsComeWithStatus200() {
        platform.insert(YoumiList.STAFF, 3);
        server.faults().outage(YoumiFault.ERROR_WITH_EMPTY_LIST);
        assertThat(code("GET", "/staff", Map.of())).isEqualTo(31);
        server.faults().heal();
        assertThat(rows(YoumiList.STAFF, "")).hasSize(3);
    }

    private List<JsonNode> rows(YoumiList list, String query) {
        JsonNode answer = json(client.send(
                list.method(), list.path() + query, list.method().equals("POST") ? "{}" : null, headers(token())));
        assertThat(answer.path("errmsg").asInt()).isEqualTo(20000);
        List<JsonNode> rows = new ArrayList<>();
        answer.path("values").forEach(rows::add);
        return rows;
    }

    private int code(String method, String path, Map<String, String> headers) {
        return json(client.send(method, path, null, headers)).path("errmsg").asInt();
    }

    private String token() {
        return tokenCall(YoumiPlatform.APP_ID, now())
                .path("values")
                .path("access_token")
                .asText();
    }

    private JsonNode tokenCall(String appId, long timestamp) {
        String nonce = Integer.toString(nonces++);
        return json(client.send(
                "POST",
                "/GetAccessToken?format=json",
                "{\"AppId\":\"" + appId + "\",\"Nonce\":\"" + nonce + "\",\"Timestamp\":\"" + timestamp
                        + "\",\"Signature\":\"" + signed(appId + nonce + timestamp) + "\"}",
                Map.of("Content-type", "application/json")));
    }

    private Map<String, String> headers(String token) {
        String nonce = Integer.toString(nonces++);
        return new HashMap<>(Map.of(
                "access_token",
                token,
                "Nonce",
                nonce,
                "Timestamp",
                Long.toString(now()),
                "Signature",
                signed(token + nonce + now()),
                "Content-type",
                "text/json"));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String signed(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(YoumiPlatform.APP_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .replace("+", "%2b")
                    .replace("/", "%2f")
                    .replace("=", "%3d");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Fields of the examples, which the schemas' tests keep. */
    private static List<String> documented(YoumiList list) {
        try {
            JsonNode examples = JsonText.read(Files.readAllBytes(
                            Path.of("..", "schemas", "src", "test", "resources", "youmi", "examples.json")))
                    .orElseThrow();
            List<String> fields = new ArrayList<>();
            examples.path(list.text()).get(0).fieldNames().forEachRemaining(fields::add);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
