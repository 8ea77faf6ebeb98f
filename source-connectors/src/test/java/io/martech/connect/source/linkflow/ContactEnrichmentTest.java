package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ParallelRequests;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactEnrichmentTest {

    private static final List<JsonNode> CONTACTS =
            List.of(FakeClient.json("{\"id\":1,\"name\":\"康熙\"}"), FakeClient.json("{\"id\":2}"));

    private final ParallelRequests parallel = new ParallelRequests(2, () -> 2);
    private final FakeClient platform = new FakeClient(request -> switch (request.path()) {
        case "/open/contacts/1/identities" -> FakeClient.json("[{\"id\":\"a@b.c\",\"type\":\"email\"}]");
        case "/open/contacts/2/identities" -> throw FakeClient.refusal(request, "B00008");
        case "/open/contacts/tags" -> FakeClient.json("[{\"tagId\":1,\"value\":\"男\"}]");
        default -> FakeClient.json("[{\"id\":140992033742850}]");
    });
    private final RequestCounter requests = new RequestCounter(platform);

    @AfterEach
    void close() {
        parallel.close();
    }

    @Test
    void contactsAreAsTheyAreUnlessMoreIsWanted() {
        assertThat(new ContactEnrichment(requests, parallel, List.of()).of(CONTACTS))
                .isSameAs(CONTACTS);
        assertThat(platform.requests()).isEmpty();
    }

    @Test
    void whatIsWantedIsAddedInTheOrderOfTheContacts() {
        List<JsonNode> enriched = enriched("identities", "tags", "channel-identities");

        assertThat(enriched.get(0))
                .hasToString("{\"id\":1,\"name\":\"康熙\","
                        + "\"identities\":[{\"id\":\"a@b.c\",\"type\":\"email\"}],\"tags\":[{\"tagId\":1,\"value\":\"男\"}],"
                        + "\"channelIdentities\":[{\"id\":140992033742850}]}");
        assertThat(enriched.get(1).path("identities"))
                .as("of one who is gone meanwhile")
                .isEmpty();
        assertThat(CONTACTS.get(0).has("tags")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"identities, 2", "tags, 3", "channel-identities, 2"})
    void everyRequestIsCounted(String part, long expected) {
        enriched(part);
        assertThat(requests.requests()).isEqualTo(expected);
    }

    private List<JsonNode> enriched(String... parts) {
        return new ContactEnrichment(requests, parallel, List.of(parts)).of(CONTACTS);
    }
}
