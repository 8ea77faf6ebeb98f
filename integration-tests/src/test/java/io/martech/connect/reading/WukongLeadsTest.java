package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.wukong.WukongAccount;
import io.martech.connect.client.wukong.WukongClients;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.wukong.WukongFault;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import io.martech.connect.sandbox.wukong.WukongServer;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SourcePartitions;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.wukong.WukongEndpoints;
import io.martech.connect.source.wukong.WukongSourceConnector;
import io.martech.connect.source.wukong.WukongSourceOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads by day, against the simulated Wukong, in virtual time: 23:50 at +08:00 when it begins. */
class WukongLeadsTest {

    @TempDir
    Path tokenStore;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T15:50:00Z"));
    private final WukongPlatform platform = new WukongPlatform(clock, 5);
    private final ApiServer server = WukongServer.start(platform);
    private final String list = platform.addList("77", "官网访客", Instant.parse("2026-02-01T00:00:00Z"));
    private final String refreshToken = platform.tokens().issue().refreshToken();
    private final MemoryOffsets offsets = new MemoryOffsets();
    private final Map<String, JsonNode> fold = new TreeMap<>();
    private int emitted;
    private PlatformClient client;
    private Resource leads;
    private Cursor cursor;

    @AfterEach
    void close() {
        client.close();
        server.close();
        assertThat(server.ownErrors()).isEmpty();
    }

    @Test
    void foldEqualsPlatformWithLeadsOfBothSidesOfMidnight() {
        platform.insertLeadHistory(200, Duration.ofDays(20));
        restart();
        poll();
        assertFoldEqualsPlatform();
        for (int minute = 0; minute < 30; minute++) {
            platform.insertLead(list);
            platform.updateRandomLeads(2);
            clock.advance(Duration.ofMinutes(1));
            poll();
        }
        String beforeMidnight = platform.insertLeadAt(Instant.parse("2026-03-01T15:59:59Z"), list);
        String afterMidnight = platform.insertLeadAt(Instant.parse("2026-03-01T16:00:01Z"), list);
        // Old days are looked at again after six hours.
        clock.advance(Duration.ofHours(7));
        poll();
        assertFoldEqualsPlatform();
        assertThat(fold.get(beforeMidnight).path("create_at").asText()).isEqualTo("2026-03-01");
        assertThat(fold.get(afterMidnight).path("create_at").asText()).isEqualTo("2026-03-02");
    }

    @Test
    void leadsOfAUserWhoIsBoundLaterAreReadThoughTheyAreOlderThanAllBefore() {
        platform.insertLead(list);
        restart();
        poll();
        String older = platform.addList("78", "展会", Instant.parse("2026-01-05T00:00:00Z"));
        platform.insertLeadAt(Instant.parse("2026-01-06T04:00:00Z"), older);
        clock.advance(Duration.ofDays(1));
        poll();
        assertFoldEqualsPlatform();
    }

    @Test
    void aLeadSaysNothingOfUsersThatWereNotAskedFor() {
        platform.insertLead(list);
        restart();
        poll();
        assertThat(fold.values()).singleElement().satisfies(lead -> {
            assertThat(lead.has("wk_uids")).isFalse();
            assertThat(lead.has("list_ids")).isFalse();
        });
    }

    @Test
    void aRestartEmitsNothingTwiceAndAsksForNoNewToken() {
        platform.insertLeadHistory(100, Duration.ofDays(20));
        restart();
        poll();
        int before = emitted;
        long tokens = server.requests().of("token");
        for (int i = 0; i < 3; i++) {
            restart();
            poll();
        }
        assertThat(emitted).isEqualTo(before);
        assertThat(server.requests().of("token"))
                .as("token calls, across restarts")
                .isEqualTo(tokens);
    }

    @Test
    void anErrorIsNeverAnEmptyDay() {
        platform.insertLeadHistory(50, Duration.ofDays(5));
        restart();
        poll();
        server.faults().outage(WukongFault.UNKNOWN_CODE, Traffic.READ);
        assertThatThrownBy(this::poll).isInstanceOf(PlatformException.class);
        server.faults().heal();
        // The cycle that failed is finished first.
        poll();
        platform.updateRandomLeads(10);
        clock.advance(Duration.ofHours(7));
        poll();
        assertFoldEqualsPlatform();
    }

    @Test
    void accessTokensThatExpireInMidRunLoseNothing() {
        platform.insertLeadHistory(200, Duration.ofDays(20));
        restart();
        for (int i = 0; i < 12; i++) {
            platform.insertLead(list);
            clock.advance(Duration.ofMinutes(50));
            poll();
        }
        clock.advance(Duration.ofHours(7));
        poll();
        assertFoldEqualsPlatform();
    }

    @Test
    void answersThatAreCutOffAtARoundCountAreAskedForApart() {
        String other = platform.addList("78", "展会", Instant.parse("2026-02-01T00:00:00Z"));
        for (int day = 1; day <= 3; day++) {
            Instant noon = clock.instant().minus(Duration.ofDays(day));
            for (int i = 0; i < 70; i++) {
                platform.insertLeadAt(noon, list);
                platform.insertLeadAt(noon, other);
            }
        }
        platform.quirks().largestLeadAnswer.set(100);
        restart();
        poll();
        restart();
        poll();
        assertThat(fold).as("also the first of those days, which seemed whole").hasSize(3 * 140);
        assertThat(leads.warnings().getAsLong()).isPositive();
        clock.advance(Duration.ofHours(7));
        restart();
        poll();
        assertThat(emitted).as("nothing twice").isEqualTo(3 * 140);
        assertThat(leads.warnings().getAsLong())
                .as("known since before the restart")
                .isZero();
    }

    @Test
    void aDayThatRestsAtARoundCountIsAskedForAsAWhole() {
        for (int i = 0; i < 150; i++) {
            platform.insertLead(list);
        }
        restart();
        poll();
        long requests = server.requests().total();
        poll();
        assertThat(server.requests().total() - requests).isEqualTo(1);
        assertThat(leads.warnings().getAsLong()).isZero();
    }

    /** Seconds by which each of the nodes is ahead; a proxy that is ahead is one node. */
    @ParameterizedTest(name = "nodes {0}")
    @ValueSource(strings = {"31536000 0", "0 0 31536000", "72000 0", "3600 0", "72000", "3600"})
    void aDateThatIsAheadClosesNoDay(String nodes) {
        platform.conditions().dates().nodesAhead(seconds(nodes));
        platform.insertLeadHistory(50, Duration.ofDays(5));
        restart();
        for (int hour = 0; hour < 48; hour++) {
            platform.insertLead(list);
            platform.updateRandomLeads(2);
            poll();
            clock.advance(Duration.ofHours(1));
        }
        platform.conditions().dates().nodesAhead(Duration.ZERO);
        restart();
        poll();
        clock.advance(Duration.ofHours(7));
        poll();
        assertFoldEqualsPlatform();
    }

    @Test
    void aDateAYearAheadForGoodIsAnErrorAndAllIsReadWhenItIsMended() {
        platform.insertLeadHistory(50, Duration.ofDays(5));
        restart();
        poll();
        platform.conditions().dates().nodesAhead(Duration.ofDays(365));
        platform.insertLead(list);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 30; i++) {
                        poll();
                        clock.advance(Duration.ofMinutes(1));
                    }
                })
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("more than a day apart");
        clock.advance(Duration.ofHours(7));
        platform.insertLead(list);
        platform.updateRandomLeads(20);
        platform.conditions().dates().nodesAhead(Duration.ZERO);
        // The cycle that failed is finished first.
        poll();
        poll();
        assertFoldEqualsPlatform();
    }

    /** By a wrong clock that has been put right since, or by hand. */
    @Test
    void daysThatWereReadInTheFutureAreReadNow() {
        platform.insertLeadHistory(50, Duration.ofDays(5));
        restart();
        poll();
        offsets.alter("read_at", "2027-03-01 10:00:00");
        platform.insertLead(list);
        platform.updateRandomLeads(50);
        restart();
        poll();
        assertFoldEqualsPlatform();
    }

    private static Duration[] seconds(String text) {
        return Stream.of(text.split(" "))
                .map(Long::parseLong)
                .map(Duration::ofSeconds)
                .toArray(Duration[]::new);
    }

    private void restart() {
        if (client != null) {
            client.close();
        }
        VirtualTime time = new VirtualTime(clock, clock::advance);
        WukongAccount account = WukongAccount.of(
                server.uri().toString(),
                WukongPlatform.APP_ID,
                WukongPlatform.APP_SECRET,
                InitialGrant.configured("wukong", refreshToken, null, null),
                tokenStore);
        HttpSettings http = HttpSettings.defaults()
                .withRetry(RetryPolicy.withoutEnd(Duration.ofMillis(100), Duration.ofSeconds(2)));
        client = WukongClients.create(account, http, time);
        WukongSourceOptions config = new WukongSourceOptions(Map.of(
                "wukong.url",
                server.uri().toString(),
                "wukong.app.id",
                WukongPlatform.APP_ID,
                "wukong.app.secret",
                WukongPlatform.APP_SECRET,
                "topic.prefix",
                "wk"));
        StoredCursors stored = new StoredCursors(offsets, "wukong");
        leads = WukongSourceConnector.DEFINITION.open(
                WukongEndpoints.LEADS, new SourceContext<>(config, client, stored, time));
        cursor = Cursor.fromOffset(offsets.offset(SourcePartitions.of("wukong", WukongEndpoints.LEADS)));
    }

    private void poll() {
        for (Optional<Chunk> chunk = leads.reader().next(cursor);
                chunk.isPresent();
                chunk = leads.reader().next(cursor)) {
            Chunk read = chunk.get();
            read.rows().forEach(row -> fold.put(row.content().path("c_id").asText(), row.content()));
            emitted += read.rows().size();
            offsets.store("wukong", WukongEndpoints.LEADS, read);
            cursor = read.slice() == null ? read.next() : cursor;
        }
    }

    private void assertFoldEqualsPlatform() {
        Map<String, String> truth = new TreeMap<>();
        platform.leadsById().forEach((id, lead) -> truth.put(id, contentOf(lead)));
        Map<String, String> read = new TreeMap<>();
        fold.forEach((id, lead) -> read.put(id, contentOf(lead)));
        assertThat(read).isEqualTo(truth);
    }

    private static String contentOf(JsonNode lead) {
        return lead.path("name").asText()
                + lead.path("mobile").asText()
                + lead.path("email").asText();
    }
}
