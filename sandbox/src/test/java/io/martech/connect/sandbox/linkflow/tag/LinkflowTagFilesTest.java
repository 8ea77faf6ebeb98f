package io.martech.connect.sandbox.linkflow.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.Client;
import io.martech.connect.sandbox.linkflow.Sandbox;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files of tag values and their calculation as the document has them. */
class LinkflowTagFilesTest {

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final LinkflowTagFiles files = sandbox.platform.tagFiles();
    private long contact;
    private String phone;

    @BeforeEach
    void prepare() {
        sandbox.platform.tags().add("tag_878", "number");
        contact = sandbox.platform.contacts().insert();
        phone = sandbox.platform
                .contacts()
                .find(contact)
                .orElseThrow()
                .get("mobilePhone")
                .textValue();
    }

    @Test
    void aFileBecomesValuesWhenACalculationHasEnded() throws Exception {
        files.calculationTime.set(Duration.ofSeconds(30));
        HttpResponse<String> taken = upload("tag_878", "append", "identity,value\n" + phone + ",\"1\"\n123,2\n");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(Client.JSON.readTree(taken.body()).get("fileName").textValue())
                .isEqualTo("tag_878_file1");
        assertThat(values()).isEmpty();

        assertThat(calculate("tag_878").body()).isEmpty();
        assertRefused(calculate("tag_878"), "B01152");
        assertThat(values()).isEmpty();
        assertThat(listed().has("lastCalculateTime")).isFalse();

        sandbox.clock.advance(Duration.ofSeconds(30));
        assertThat(values()).isEqualTo(Map.of("tag_878", "1"));
        assertThat(listed().get("lastCalculateTime").textValue()).isEqualTo("2026-01-01 08:00:30");
        assertThat(files.ignoredLines()).as("of somebody unknown").isEqualTo(1);
        assertThat(calculate("tag_878").statusCode()).isEqualTo(200);
    }

    @Test
    void aCalculationThatFailsHasNoEffectAndMayBeBegunAgain() throws Exception {
        files.calculationsFail.set(true);
        upload("tag_878", "append", "identity,value\n" + phone + ",1\n");
        calculate("tag_878");
        assertThat(values()).isEmpty();
        assertThat(listed().has("lastCalculateTime")).isFalse();

        files.calculationsFail.set(false);
        assertThat(calculate("tag_878").statusCode()).isEqualTo(200);
        assertThat(values()).isEqualTo(Map.of("tag_878", "1"));
    }

    @Test
    void overwriteTakesTheFilesBeforeAway() throws Exception {
        upload("tag_878", "append", "identity,value\n" + phone + ",1\n");
        upload("tag_878", "append", "identity,value\n" + phone + ",2\n");
        upload("tag_878", "overwrite", "identity,value\n");
        calculate("tag_878");
        assertThat(values()).isEmpty();
    }

    @Test
    void whatBreaksARuleIsRefused() throws Exception {
        assertRefused(upload("tag_nobody", "append", "identity,value\n"), "B01162");
        assertRefused(calculate("tag_nobody"), "B01162");
        assertRefused(upload("tag_878", "replace", "identity,value\n"), "B00010");
        assertRefused(upload("tag_878", "append", "identity;value\n" + phone + ";1\n"), "B00010");
        assertRefused(upload("tag_878", "append", "identity,value\n" + phone + ",poison\n"), "B00010");
        assertRefused(
                sandbox.client.post("/v1/tags/tagkeys/tag_878/upload/file/operates/append", "no multipart"), "B00010");
        files.largest.set(10);
        assertRefused(upload("tag_878", "append", "identity,value\n"), "B01163");
        files.disable("tag_878");
        assertRefused(calculate("tag_878"), "B01165");
        assertThat(files.received()).isEmpty();
    }

    @Test
    void theFormIsWhatItIsSetTo() throws Exception {
        files.form.set(new TagFileForm(';', false, true, Charset.forName("GBK")));
        assertRefused(upload("tag_878", "append", "1;" + phone + "\n手;x\n"), "B00010");
        assertThat(upload("tag_878", "append", "1;" + phone + "\r\n").statusCode())
                .isEqualTo(200);
        calculate("tag_878");
        assertThat(values()).isEqualTo(Map.of("tag_878", "1"));
    }

    private HttpResponse<String> upload(String tagKey, String operate, String content) throws Exception {
        return sandbox.client.upload(
                "/v1/tags/tagkeys/" + tagKey + "/upload/file/operates/" + operate, "tag_878_file1", content);
    }

    private HttpResponse<String> calculate(String tagKey) throws Exception {
        return sandbox.client.post("/v1/tags/tagkeys/" + tagKey + "/calculate", "");
    }

    private Map<String, String> values() {
        return sandbox.platform.tags().valuesOf(contact);
    }

    private JsonNode listed() throws Exception {
        return sandbox.client.json("/v1/tags?size=200&page=0").get(0);
    }

    private static void assertRefused(HttpResponse<String> response, String code) throws Exception {
        assertThat(Client.code(response)).as(response.body()).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(500);
    }
}
