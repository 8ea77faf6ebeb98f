package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.strategy.ListFeed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked of the platform for its lists, as its document has it. */
class ListFeedsTest {

    /** The last one is answered for ever. */
    private final Deque<String> answers = new ArrayDeque<>();

    private final FakeClient client = new FakeClient(request -> {
        assertThat(request.expectation().shape()).isEqualTo(Expectation.Shape.ARRAY);
        return FakeClient.json(answers.size() > 1 ? answers.remove() : answers.element());
    });
    private final RequestCounter requests = new RequestCounter(client);

    @Test
    void groupsAndFoldersAreOneRequest() {
        answers.add("[{\"id\":1},{\"id\":2}]");

        assertThat(new GroupsFeed(requests).rows()).hasSize(2);
        assertThat(new FoldersFeed(requests).rows()).hasSize(2);

        assertThat(client.requests()).containsExactly("/open/groups?", "/open/folders?");
        assertThat(new GroupsFeed(requests).requests()).isEqualTo(2);
    }

    @Test
    void aGroupThatIsMissingIsAskedForAlone() {
        answers.addAll(List.of("[{\"id\":47}]", "[]"));
        GroupsFeed groups = new GroupsFeed(requests);

        assertThat(groups.isStillThere(FakeClient.json("{\"id\":47}"))).isTrue();
        assertThat(groups.isStillThere(FakeClient.json("{\"id\":47}"))).isFalse();

        assertThat(client.requests()).containsExactly("/open/groups?id=47", "/open/groups?id=47");
    }

    @Test
    void tagsHavePagesFromZeroUntilOneIsEmptyHoweverShortTheyAre() {
        answers.addAll(List.of("[{\"tagId\":1},{\"tagId\":2}]", "[{\"tagId\":3}]", "[]"));

        assertThat(ids(new TagsFeed(requests))).containsExactly(1, 2, 3);

        assertThat(client.requests())
                .containsExactly("/v1/tags?size=200&page=0", "/v1/tags?size=200&page=1", "/v1/tags?size=200&page=2");
    }

    @Test
    void aPlatformThatIgnoresThePageIsNotAskedForEver() {
        answers.add("[{\"tagId\":1},{\"tagId\":2}]");

        assertThat(ids(new TagsFeed(requests))).containsExactly(1, 2);
    }

    @Test
    void anErrorIsNoEmptyList() {
        FakeClient refusing = new FakeClient(request -> {
            throw FakeClient.refusal(request, "B00010");
        });
        RequestCounter refused = new RequestCounter(refusing);
        for (ListFeed feed : List.of(new GroupsFeed(refused), new FoldersFeed(refused), new TagsFeed(refused))) {
            assertThatThrownBy(feed::rows).isInstanceOf(PlatformException.class);
        }
    }

    private static List<Integer> ids(ListFeed feed) {
        return feed.rows().stream()
                .map((JsonNode row) -> row.path("tagId").intValue())
                .toList();
    }
}
