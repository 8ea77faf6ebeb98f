package io.martech.connect.sandbox.linkflow.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.Client;
import io.martech.connect.sandbox.linkflow.Sandbox;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exports of tag values: as the document has them, and beyond that in one way in which they may be. */
class LinkflowTagExportsTest {

    private static final String BY_PHONE = "{\"identityType\":\"mobilePhone\"}";

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final LinkflowTagExports exports = sandbox.platform.tagExports();

    @BeforeEach
    void prepare() {
        sandbox.platform.tags().add("tag_sf", "text");
        sandbox.platform.tags().set(1, "tag_sf", "江苏");
        sandbox.platform.tags().set(2, "tag_sf", "浙江");
    }

    @Test
    void aFileTellsWhatWasWhenItWasAskedForOnceItIsFinished() throws Exception {
        exports.exportTime.set(Duration.ofMinutes(10));
        JsonNode begun = Client.JSON.readTree(begin("tag_sf", BY_PHONE).body());
        assertThat(begun.get("tagKey").textValue()).isEqualTo("tag_sf");
        assertThat(begun.get("status").textValue()).isEqualTo("INITIAL");
        long task = begun.get("taskId").longValue();
        sandbox.platform.tags().set(1, "tag_sf", "later");

        assertThat(look(task).get("status").textValue()).isEqualTo("INITIAL");
        assertThat(look(task).get("fileUrl").textValue()).isEmpty();
        sandbox.clock.advance(Duration.ofMinutes(5));
        assertThat(look(task).get("status").textValue()).isEqualTo("RUNNING");
        assertThat(sandbox.client.get(LinkflowTagExports.FILES + task + ".csv").statusCode())
                .isEqualTo(404);
        sandbox.clock.advance(Duration.ofMinutes(5));
        assertThat(look(task).get("status").textValue()).isEqualTo("FINISH");

        URI file = URI.create(look(task).get("fileUrl").textValue());
        assertThat(file.getAuthority()).isEqualTo(sandbox.server.uri().getAuthority());
        assertThat(sandbox.client.get(file.getPath() + "?" + file.getQuery()).body())
                .isEqualTo("联系人,tag_sf\r\n1,江苏\r\n2,浙江");
        assertThat(exports.lines().get(task)).isEqualTo(List.of("联系人,tag_sf", "1,江苏", "2,浙江"));
    }

    @Test
    void anExportMayFail() throws Exception {
        exports.exportsFail.set(true);
        JsonNode failed = look(begun());
        assertThat(failed.get("status").textValue()).isEqualTo("ERROR");
        assertThat(failed.get("errorMsg").textValue()).isNotEmpty();
        assertThat(exports.lines()).isEmpty();
    }

    @Test
    void aFileMayLieElsewhereInAnotherEncoding() throws Exception {
        exports.filesAt.set("http://files.example").charset.set(Charset.forName("GBK"));
        long task = begun();
        assertThat(look(task).get("fileUrl").textValue()).startsWith("http://files.example/files/");
        assertThat(new String(exports.file(task).orElseThrow(), Charset.forName("GBK")))
                .contains("1,江苏");
    }

    @Test
    void whatIsForgottenIsNotKnownAnyMoreAndItsIdIsNotUsedAgain() throws Exception {
        long task = begun();
        exports.forget();
        assertRefused(sandbox.client.get("/v1/tags/tagkeys/export/" + task), "B00008");
        assertThat(begun()).isEqualTo(task + 1);
        assertThat(exports.begun()).isEqualTo(2);
    }

    @Test
    void whatBreaksARuleIsRefused() throws Exception {
        assertRefused(begin("tag_nobody", BY_PHONE), "B01162");
        assertRefused(begin("tag_sf", "{}"), "B00002");
        assertRefused(begin("tag_sf", "{\"identityType\":\"externalId\"}"), "B00002");
        assertThat(exports.begun()).isZero();
        assertThat(begin("tag_sf", "{\"identityType\":\"externalId\",\"channelId\":\"111\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private long begun() throws Exception {
        return Client.JSON
                .readTree(begin("tag_sf", BY_PHONE).body())
                .get("taskId")
                .longValue();
    }

    private HttpResponse<String> begin(String tagKey, String body) throws Exception {
        return sandbox.client.post("/v1/tags/tagkeys/" + tagKey + "/export", body);
    }

    private JsonNode look(long task) throws Exception {
        return sandbox.client.json("/v1/tags/tagkeys/export/" + task);
    }

    private static void assertRefused(HttpResponse<String> response, String code) throws Exception {
        assertThat(Client.code(response)).as(response.body()).isEqualTo(code);
    }
}
