package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.reader.export.ExportFeed.Export;
import io.martech.connect.source.reader.export.ExportFeed.Export.State;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of the platform for an export, as its document has it, and how its answers are understood. */
class TagExportsFeedTest {

    private static final Slice TAG = new Slice("tag", "tag_sf");

    @Test
    void itIsBegunByTagIdentityTypeAndChannel() {
        FakeClient client = new FakeClient(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.body().toString()).contains("{\"identityType\":\"externalId\",\"channelId\":\"111\"}");
            return FakeClient.json("{\"tagKey\":\"tag_sf\",\"taskId\":19723653547885,\"status\":\"INITIAL\"}");
        });
        TagExportsFeed feed =
                feed(client, "tag-value-lines.identity.type", "externalId", "tag-value-lines.channel.id", "111");
        assertThat(feed.begin(TAG)).isEqualTo("19723653547885");
        assertThat(client.requests()).containsExactly("/v1/tags/tagkeys/tag_sf/export?");
    }

    @ParameterizedTest
    @CsvSource({
        "INITIAL, '', RUNNING",
        "SOMETHING_NEW, http://a/b, RUNNING",
        "FINISH, '', RUNNING",
        "FINISH, http://a/b, FINISHED",
        "ERROR, '', FAILED",
        "CALC_ERROR, http://a/b, FAILED"
    })
    void aStatusThatNobodyKnowsIsWaitedForAndSoIsAFileThatIsNotThereYet(String status, String file, State state) {
        FakeClient client = new FakeClient(request -> FakeClient.json(
                "{\"taskId\":1,\"status\":\"" + status + "\",\"errorMsg\":\"导出失败\",\"fileUrl\":\"" + file + "\"}"));
        Export export = feed(client).status("1");
        assertThat(export.state()).isEqualTo(state);
        assertThat(export.said()).contains("'" + status + "'").contains("导出失败").doesNotContain("http://");
        assertThat(client.requests()).containsExactly("/v1/tags/tagkeys/export/1?");
    }

    @Test
    void anExportThatThePlatformDoesNotKnowIsForgotten() {
        FakeClient client = new FakeClient(request -> {
            throw FakeClient.refusal(request, "B00008");
        });
        assertThat(feed(client).status("1").state()).isEqualTo(State.FORGOTTEN);
    }

    @Test
    void anotherCodeIsAnErrorThatNamesTheKey() {
        FakeClient client = new FakeClient(request -> {
            throw FakeClient.refusal(request, "B00999");
        });
        assertThatThrownBy(() -> feed(client).status("1"))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("B00999")
                .hasMessageContaining("tag-value-lines.forgotten.codes");
        assertThat(feed(client, "tag-value-lines.forgotten.codes", "B00008,B00999")
                        .status("1")
                        .state())
                .isEqualTo(State.FORGOTTEN);
    }

    private static TagExportsFeed feed(FakeClient client, String... keysAndValues) {
        return TagExportsFeed.of(
                new RequestCounter(client), new LinkflowSourceOptions(Properties.unchecked(keysAndValues)));
    }
}
