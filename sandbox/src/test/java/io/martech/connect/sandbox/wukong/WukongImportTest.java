package io.martech.connect.sandbox.wukong;

import static io.martech.connect.sandbox.wukong.Sandbox.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WukongImportTest {

    /** The document's example. */
    private static final String BATCH = """
            {"access_token":"%s","wk_uid":"77","data":[
              {"name":"\\u674ebuli","mobile":"13212341234","email":"li@163.com","wechat":"wechat_id","qq":"qq123456"},
              {"name":"%s","mobile":"13212341235","email":"li@163.com","wechat":"wechat_id","qq":"qq123456"}]}
            """;

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    @Test
    void singleLeadsAndBatchesAreKeptInTheirOrder() {
        HttpResponse<String> answer =
                sandbox.call("/importv1/potential", "wk_uid", "78", "name", "王伟", "mobile", "13000000000");
        assertThat(answer.body()).isEqualTo("{\"errcode\":\"100\",\"errmsg\":\"success\"}");
        assertThat(code(batch("/openv1/import", "李"))).isEqualTo("100");

        assertThat(sandbox.platform.importedLeads())
                .extracting(ImportedLead::number, ImportedLead::request, ImportedLead::wkUid, lead -> lead.fields()
                        .get("name"))
                .containsExactly(tuple(0L, 0L, "78", "王伟"), tuple(1L, 1L, "77", "李buli"), tuple(2L, 1L, "77", "李"));
        assertThat(sandbox.platform.importedLeads().get(0).fields())
                .isEqualTo(Map.of("name", "王伟", "mobile", "13000000000"));
    }

    @Test
    void aBatchIsRefusedAsAWhole() {
        assertThat(code(batch("/importv1/potential", "poison"))).isEqualTo("40035");
        sandbox.quirks.largestImport.set(1);
        assertThat(code(batch("/importv1/potential", "李"))).isEqualTo("45008");
        assertThat(sandbox.platform.importedLeads()).isEmpty();
    }

    @Test
    void aLeadNeedsAUserAndAFieldAndTheClientAToken() {
        assertThat(code(sandbox.call("/openv1/import", "name", "a"))).isEqualTo("40035");
        assertThat(code(sandbox.call("/openv1/import", "wk_uid", "1", "name", "a")))
                .isEqualTo("46004");
        assertThat(code(sandbox.call("/openv1/import", "wk_uid", "77", "name", " ")))
                .isEqualTo("40035");
        sandbox.token = "unknown";
        assertThat(code(batch("/openv1/import", "a"))).isEqualTo("40001");
        assertThat(sandbox.platform.importedLeads()).isEmpty();
    }

    private HttpResponse<String> batch(String path, String secondName) {
        return sandbox.client.postJson(path, BATCH.formatted(sandbox.token, secondName));
    }
}
