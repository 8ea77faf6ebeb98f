package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.CapturedLog;
import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.endpoint.EndpointContext;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.reader.keyset.ListIsGoneException;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

        assertThat(rows(open(LinkflowEndpoints.GROUPS, requests))).hasSize(2);
        assertThat(rows(open(LinkflowEndpoints.FOLDERS, requests))).hasSize(2);

        assertThat(client.requests()).containsExactly("/open/groups?", "/open/folders?");
        assertThat(requests.requests()).isEqualTo(2);
    }

    @Test
    void aGroupThatIsMissingIsAskedForAlone() {
        answers.addAll(List.of("[{\"id\":47}]", "[]"));
        ListFeed groups = open(LinkflowEndpoints.GROUPS, requests);

        assertThat(groups.isStillThere(FakeClient.json("{\"id\":47}"))).isTrue();
        assertThat(groups.isStillThere(FakeClient.json("{\"id\":47}"))).isFalse();

        assertThat(client.requests()).containsExactly("/open/groups?id=47", "/open/groups?id=47");
    }

    @Test
    void tagsHavePagesFromZeroUntilOneIsEmptyHoweverShortTheyAre() {
        answers.addAll(List.of("[{\"tagId\":1},{\"tagId\":2}]", "[{\"tagId\":3}]", "[]"));

        assertThat(ids(open(LinkflowEndpoints.TAGS, requests))).containsExactly(1, 2, 3);

        assertThat(client.requests())
                .containsExactly("/v1/tags?size=200&page=0", "/v1/tags?size=200&page=1", "/v1/tags?size=200&page=2");
    }

    @Test
    void codesAreAskedForChannelByChannel() {
        answers.add("[{\"id\":2}]");
        assertThat(open(LinkflowEndpoints.QR_CODES, requests, "qrcodes.channel.ids", "ww1,ww2")
                        .answers())
                .hasSize(2);
        assertThat(client.requests()).containsExactly("/open/workwechat/ww1/qrcodes?", "/open/workwechat/ww2/qrcodes?");
    }

    @Test
    void membersAreAskedForByTheirIdsAndShowWhoTheyAre() {
        answers.add("[{\"memberId\":9,\"contactGroupId\":47,\"contact\":{\"id\":17760}}]");
        GroupMembersFeed members = new GroupMembersFeed(requests, List.of("47"), null);

        List<JsonNode> page = members.page(members.slices().get(0), 5);

        assertThat(client.requests()).containsExactly("/open/groups/47/contacts?memberId=5&size=500");
        assertThat(members.idOf(page.get(0))).isEqualTo(9);
        assertThat(page.get(0).path("contactId").longValue()).isEqualTo(17760);
    }

    @Test
    void groupsAreFoundByTheirWholeName() {
        answers.add("[{\"id\":47,\"name\":\"vip 2026\"},{\"id\":51,\"name\":\"no vip\"}]");
        GroupMembersFeed members = new GroupMembersFeed(requests, List.of("47", "3"), Pattern.compile("vip.*"));
        assertThat(members.slices()).containsExactly(new Slice("group", "47"), new Slice("group", "3"));
    }

    @Test
    void aGroupThatIsGoneIsNoEmptyGroup() {
        GroupMembersFeed members = new GroupMembersFeed(
                new RequestCounter(new FakeClient(request -> {
                    throw FakeClient.refusal(request, "B00008");
                })),
                List.of("47"),
                null);
        assertThatThrownBy(() -> members.page(new Slice("group", "47"), 0)).isInstanceOf(ListIsGoneException.class);
    }

    @Test
    void aPatternThatMatchesNoGroupIsToldOnceAndNamesItsKey() {
        answers.add("[{\"id\":47,\"name\":\"vip\"}]");
        GroupMembersFeed members = new GroupMembersFeed(requests, List.of(), Pattern.compile("nosuch"));
        try (CapturedLog log = new CapturedLog()) {
            members.slices();
            members.slices();
            assertThat(log.aboveDebug())
                    .singleElement()
                    .asString()
                    .contains("group-members.group.name.pattern is nosuch", "none of 1 groups");
        }
        assertThat(requests.warnings()).isEqualTo(1);
    }

    @Test
    void aGroupThatIsNotThereNamesTheKeyThatChoseIt() {
        GroupMembersFeed members = new GroupMembersFeed(requests, List.of("424242"), null);
        try (CapturedLog log = new CapturedLog()) {
            members.warnMissing(new Slice("group", "424242"), false);
            members.warnMissing(new Slice("group", "47"), true);
            assertThat(log.aboveDebug()).hasSize(2);
            assertThat(log.aboveDebug().get(0))
                    .contains("group 424242, selected by group-members.group.ids")
                    .doesNotContain("any more");
            assertThat(log.aboveDebug().get(1)).contains("group-members.group.name.pattern, no longer exists");
        }
        assertThat(requests.warnings()).isEqualTo(2);
    }

    @Test
    void contactsThatLinkflowDoesNotKnowAreToldOnceAndAgainIfOthersAre() {
        Set<String> known = new HashSet<>(Set.of("29"));
        RequestCounter counter = new RequestCounter(new FakeClient(request -> {
            if (request.path().equals("/open/contacts/tags")) {
                return FakeClient.json("[]");
            }
            if (known.stream().noneMatch(id -> request.path().equals("/open/contacts/" + id + "/identities"))) {
                throw FakeClient.refusal(request, "B00008");
            }
            return FakeClient.json("[{\"id\":\"a@b.c\",\"type\":\"email\"}]");
        }));
        TagValues values = new TagValues(new ContactSides("tag-values", counter), List.of("29", "1", "2"));
        try (CapturedLog log = new CapturedLog()) {
            values.answers();
            values.answers();
            assertThat(log.aboveDebug())
                    .singleElement()
                    .asString()
                    .contains("2 of the 3 contacts of tag-values.contact.ids", "for example 1");
            known.add("1");
            values.answers();
            values.answers();
            assertThat(log.aboveDebug()).hasSize(2);
        }
        assertThat(counter.warnings()).isEqualTo(2);
    }

    @Test
    void aReportIsAskedForUntilItIsComputed() {
        ManualTime time = ManualTime.atTen();
        Deque<String> states = new ArrayDeque<>(
                List.of("{\"status\":1,\"reportName\":\"a\"}", "{\"status\":0}", "{\"status\":0}", "{\"status\":1}"));
        FakeClient platform = new FakeClient(request -> FakeClient.json(states.remove()));

        List<JsonNode> rows = new Reports(new RequestCounter(platform), List.of("404", "410"), time)
                .get().stream().flatMap(answer -> answer.rows().stream()).toList();

        assertThat(rows).extracting(row -> row.path("reportId").intValue()).containsExactly(404, 410);
        assertThat(platform.requests())
                .containsExactly("/open/report/404?", "/open/report/410?", "/open/report/410?", "/open/report/410?");
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aReportThatIsNotComputedInTimeIsWhatItWasAndIsNotDeleted() {
        Deque<String> states = new ArrayDeque<>(List.of("{\"status\":1,\"reportName\":\"a\"}", "{\"status\":0}"));
        FakeClient platform =
                new FakeClient(request -> FakeClient.json(states.size() > 1 ? states.remove() : states.element()));
        RequestCounter counter = new RequestCounter(platform);
        Reports reports = new Reports(counter, List.of("404"), ManualTime.atTen());

        List<ListFeed.Answer> first = reports.get();

        assertThat(reports.get()).isEqualTo(first).hasSize(1);
        assertThat(counter.warnings()).isEqualTo(1);
    }

    @Test
    void dashboardsAndTagValuesAreAskedForOneByOne() {
        FakeClient platform = new FakeClient(request -> FakeClient.json(
                switch (request.path()) {
                    case "/open/dashboard/1/summary" -> "{\"kanBanName\":\"y01\"}";
                    case "/open/contacts/29/identities" -> "[{\"id\":\"a@b.c\",\"type\":\"email\"}]";
                    case "/open/contacts/tags" -> "[{\"tagId\":1}]";
                    default -> throw new AssertionError(request.path());
                }));
        RequestCounter counter = new RequestCounter(platform);

        assertThat(rows(open(LinkflowEndpoints.DASHBOARDS, counter, "dashboards.ids", "1")))
                .hasToString("[{\"kanBanName\":\"y01\",\"dashboardId\":1}]");
        assertThat(rows(open(LinkflowEndpoints.TAG_VALUES, counter, "tag-values.contact.ids", "29")))
                .hasToString("[{\"tagId\":1,\"contactId\":29}]");
    }

    @Test
    void ofAContactThatIsGoneNothingIsKnown() {
        RequestCounter refused = new RequestCounter(new FakeClient(request -> {
            throw FakeClient.refusal(request, "B00008");
        }));
        assertThat(new TagValues(new ContactSides("tag-values", refused), List.of("29")).answers())
                .isEmpty();
        assertThatThrownBy(() -> new TagValues(
                                new ContactSides("tag-values", new RequestCounter(new FakeClient(request -> {
                                    throw FakeClient.refusal(request, "B00010");
                                }))),
                                List.of("29"))
                        .answers())
                .isInstanceOf(PlatformException.class);
    }

    @Test
    void aPlatformThatIgnoresThePageIsNotAskedForEver() {
        answers.add("[{\"tagId\":1},{\"tagId\":2}]");

        assertThat(ids(open(LinkflowEndpoints.TAGS, requests))).containsExactly(1, 2);
    }

    @Test
    void anErrorIsNoEmptyList() {
        FakeClient refusing = new FakeClient(request -> {
            throw FakeClient.refusal(request, "B00010");
        });
        RequestCounter refused = new RequestCounter(refusing);
        for (ListFeed feed : List.of(
                open(LinkflowEndpoints.GROUPS, refused),
                open(LinkflowEndpoints.FOLDERS, refused),
                open(LinkflowEndpoints.TAGS, refused))) {
            assertThatThrownBy(feed::answers).isInstanceOf(PlatformException.class);
        }
    }

    private static ListFeed open(
            ListEndpoint<LinkflowSourceOptions> list, RequestCounter counter, String... properties) {
        ManualTime time = ManualTime.atTen();
        return list.feed(
                new EndpointContext<>(counter, new LinkflowSourceOptions(Properties.with(properties)), time, time));
    }

    private static List<JsonNode> rows(ListFeed feed) {
        return feed.answers().stream().flatMap(answer -> answer.rows().stream()).toList();
    }

    private static List<Integer> ids(ListFeed feed) {
        return rows(feed).stream()
                .map((JsonNode row) -> row.path("tagId").intValue())
                .toList();
    }
}
