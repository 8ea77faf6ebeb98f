package io.martech.connect.sandbox.linkflow.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.Client;
import io.martech.connect.sandbox.linkflow.Sandbox;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkflowTagsTest {

    /** The document's example. */
    private static final String CREATION =
            "{\"tagName\":\"aaccc\",\"tagKey\":\"tag_ccc2\",\"dataType\":\"number\",\"tagType\":\"UPLOAD\","
                    + "\"identityType\":\"email\",\"channelId\":\"1\"}";

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final LinkflowTags tags = sandbox.platform.tags();
    private long contact;
    private String phone;

    @BeforeEach
    void prepare() {
        contact = sandbox.platform.contacts().insert();
        phone = sandbox.platform
                .contacts()
                .find(contact)
                .orElseThrow()
                .get("mobilePhone")
                .textValue();
    }

    @Test
    void aTagIsCreatedOnceAndListed() throws Exception {
        HttpResponse<String> created = sandbox.client.post("/v1/tags", CREATION);
        assertThat(created.statusCode()).isEqualTo(200);
        JsonNode answer = Client.JSON.readTree(created.body());
        assertThat(answer.get("tagId").longValue())
                .isEqualTo(tags.idOf("tag_ccc2").orElseThrow());
        assertThat(answer.get("dateCreated").textValue()).isEqualTo("2026-01-01 08:00:00");
        assertThat(answer.has("tagType")).isFalse();
        assertThat(tags.identityTypeOf("tag_ccc2")).hasValue("email");

        JsonNode listed = sandbox.client.json("/v1/tags?size=200&page=0").get(0);
        assertThat(listed.get("tagType").textValue()).isEqualTo("UPLOAD");
        assertThat(listed).hasToString(tags.byKey().get("tag_ccc2").toString());
        assertRefused(sandbox.client.post("/v1/tags", CREATION), 500, "B01151");
    }

    @ParameterizedTest
    @CsvSource({
        "tag_ccc2, Tag_ccc2, B01157",
        "tag_ccc2, ccc2, B01157",
        "number, decimal, B00010",
        "UPLOAD, SQL, B00010",
        "aaccc, '', B00002",
        "email, externalId, B00159"
    })
    void aTagThatBreaksARuleIsNotCreated(String part, String instead, String code) throws Exception {
        assertRefused(sandbox.client.post("/v1/tags", CREATION.replace(part, instead)), 500, code);
        assertThat(tags.byKey()).isEmpty();
    }

    @Test
    void aTagForExternalIdsNamesAChannelThatExists() throws Exception {
        long channel = sandbox.platform.channelIds().get("udc_12SyQfFmg");
        String body = CREATION.replace("email", "externalId").replace("\"1\"", "\"" + channel + "\"");
        assertThat(sandbox.client.post("/v1/tags", body).statusCode()).isEqualTo(200);
    }

    @Test
    void theQuotaOfTagsIsRefusedWithItsCode() throws Exception {
        tags.add("tag_1", "text");
        sandbox.quirks.tags.quota.set(1);
        assertRefused(sandbox.client.post("/v1/tags", CREATION), 500, "B00037");
    }

    @Test
    void theListHasPagesFromZeroOfAtMost200() throws Exception {
        for (int i = 0; i < 450; i++) {
            tags.add("tag_" + i, "text");
        }
        assertThat(sandbox.client.json("/v1/tags?size=200&page=2")).hasSize(50);
        assertThat(sandbox.client.json("/v1/tags?size=200&page=3")).isEmpty();
        assertRefused(sandbox.client.get("/v1/tags?size=201&page=0"), 500, "B00010");

        sandbox.quirks.tags.largestPage.set(20);
        List<String> keys = new ArrayList<>();
        for (int page = 0; page < 23; page++) {
            sandbox.client
                    .json("/v1/tags?size=200&page=" + page)
                    .forEach(tag -> keys.add(tag.get("tagKey").textValue()));
        }
        assertThat(keys).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    void aNewTagMayTakeItsTimeToBeListed() throws Exception {
        sandbox.quirks.tags.listDelay.set(Duration.ofSeconds(5));
        tags.add("tag_late", "text");
        assertThat(sandbox.client.json("/v1/tags?size=200&page=0")).isEmpty();
        assertThat(value("[" + set("tag_late", "x") + "]").statusCode()).isEqualTo(200);
        sandbox.clock.advance(Duration.ofSeconds(5));
        assertThat(sandbox.client.json("/v1/tags?size=200&page=0")).hasSize(1);
    }

    @Test
    void valuesAreSetAndDeletedInTheirOrder() throws Exception {
        tags.add("tag_colours", "array");
        tags.add("tag_vip", "boolean");
        assertThat(value("[" + set("tag_vip", "true") + "," + set("tag_colours", "红色,蓝色") + "]")
                        .body())
                .isEmpty();
        assertThat(tags.valuesOf(contact)).isEqualTo(Map.of("tag_vip", "true", "tag_colours", "红色,蓝色"));

        value("[" + delete("tag_vip") + "," + set("tag_colours", "绿色") + "," + delete("tag_vip") + "]");
        assertThat(tags.valuesByContact()).isEqualTo(Map.of(contact, Map.of("tag_colours", "绿色")));
        assertThat(tags.received()).extracting(ReceivedTagAction::request).containsExactly(0L, 0L, 1L, 1L, 1L);
        assertThat(tags.ignoredCount()).isZero();
    }

    @Test
    void anActionOnATagOfAnotherTypeIsIgnoredInSilence() throws Exception {
        tags.add("tag_rfm", "text", "RFM");
        tags.add("tag_own", "text");
        assertThat(value("[" + set("tag_rfm", "x") + "," + set("tag_own", "y") + "]")
                        .statusCode())
                .isEqualTo(200);
        assertThat(tags.valuesOf(contact)).isEqualTo(Map.of("tag_own", "y"));
        assertThat(tags.ignoredCount()).isEqualTo(1);
    }

    @Test
    void aRequestIsRefusedAsAWhole() throws Exception {
        tags.add("tag_a", "text");
        tags.add("tag_n", "number");
        String a = set("tag_a", "x");
        assertRefused(value("[" + a + "," + set("tag_n", "x") + "]"), 500, "B00010");
        assertRefused(value("[" + a + "," + set("tag_a", "poison") + "]"), 500, "B00010");
        assertRefused(value("[" + a + ",{\"tagId\":1,\"action\":\"delete\"}]"), 500, "B01162");
        assertRefused(value("[" + a + "," + a.replace("set", "add") + "]"), 500, "B00010");
        assertRefused(value("[" + a.replace("\"x\"", "1") + "]"), 500, "B00010");
        assertRefused(value("[]"), 500, "B00002");
        assertRefused(valueOf("13111111111", "[" + a + "]"), 400, "B01376");
        sandbox.quirks.tags.mostActions.set(1);
        assertRefused(value("[" + a + "," + set("tag_n", "1") + "]"), 400, "B00031");
        assertThat(tags.received()).isEmpty();

        sandbox.quirks
                .tags
                .mostActions
                .set(2)
                .unknownTagCode
                .set(null)
                .valuesChecked
                .set(false);
        assertThat(value("[{\"tagId\":1,\"action\":\"delete\"}," + set("tag_n", "x") + "]")
                        .statusCode())
                .isEqualTo(200);
        assertThat(tags.valuesOf(contact)).isEqualTo(Map.of("tag_n", "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "number, -12.50, true",
        "number, 1e5, false",
        "boolean, yes, false",
        "datetime, 2026-01-01 08:00:00, true",
        "datetime, 2026-01-01T00:00:00Z, false"
    })
    void valuesHaveTheFormOfTheirDataType(String dataType, String text, boolean isAccepted) throws Exception {
        tags.add("tag_a", dataType);
        assertThat(value("[" + set("tag_a", text) + "]").statusCode()).isEqualTo(isAccepted ? 200 : 500);
    }

    @Test
    void aDeletedTagIsGoneWithItsValues() throws Exception {
        tags.add("tag_a", "text");
        String action = set("tag_a", "x");
        value("[" + action + "]");
        tags.delete("tag_a");
        assertThat(tags.valuesByContact()).isEmpty();
        assertRefused(value("[" + action + "]"), 500, "B01162");
    }

    @Test
    void requestsAreCountedByTheirKind() throws Exception {
        sandbox.client.get("/v1/tags?size=1&page=0");
        sandbox.client.post("/v1/tags", CREATION);
        value("[]");
        assertThat(sandbox.server.requests().all())
                .isEqualTo(Map.of("tags.list", 1L, "tags.create", 1L, "tags.value", 1L));
    }

    private HttpResponse<String> value(String actions) throws Exception {
        return valueOf(phone, actions);
    }

    private HttpResponse<String> valueOf(String person, String actions) throws Exception {
        return sandbox.client.post(
                "/v1/tags/value",
                "{\"identity\":{\"id\":\"" + person + "\",\"type\":\"mobilePhone\"},\"actions\":" + actions + "}");
    }

    private String set(String key, String value) {
        return "{\"tagId\":" + tags.idOf(key).orElseThrow() + ",\"value\":\"" + value + "\",\"action\":\"set\"}";
    }

    private String delete(String key) {
        return "{\"tagId\":" + tags.idOf(key).orElseThrow() + ",\"action\":\"delete\"}";
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(Client.code(response)).as(response.body()).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
