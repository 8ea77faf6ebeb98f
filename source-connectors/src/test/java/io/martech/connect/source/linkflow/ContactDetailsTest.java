package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.AnswerRoom;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.CapturedLog;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContactDetailsTest {

    private final ParallelRequests parallel = new ParallelRequests(4, () -> 4);
    private final FakeClient client = new FakeClient(this::backwards);
    private final ContactDetails details = new ContactDetails(new RequestCounter(client), parallel, true);
    private final Set<Long> missing = new HashSet<>();
    private String additional = "";
    private int longest = Integer.MAX_VALUE;

    @AfterEach
    void close() {
        parallel.close();
    }

    /** More than a hundred ids in a request are ignored in silence. */
    @Test
    void noRequestAsksForMoreThanAHundred() {
        assertThat(idsOf(load(ids(250)))).isEqualTo(ids(250));
        assertThat(client.requests())
                .extracting(request -> request.split("ids=")[1].split("&")[0].split(",").length)
                .containsExactlyInAnyOrder(100, 100, 50);
        assertThat(idsOf(load(ids(100)))).isEqualTo(ids(100));
        assertThat(client.requests()).hasSize(4);
    }

    /** A proxy that takes no long address answers HTTP 414, which no smaller window helps against. */
    @Test
    void anAddressThatIsTooLongIsAskedForInHalvesAndOneIdThatIsIsAnError() {
        longest = 30;
        assertThat(idsOf(load(ids(250)))).isEqualTo(ids(250));

        longest = 0;
        assertThatThrownBy(() -> load(ids(3))).isInstanceOf(PlatformException.class);
    }

    @Test
    void rowsComeInTheOrderOfTheIdsHoweverTheyAreAnswered() {
        List<Long> ids = List.of(7L, 3L, 250L, 1L);
        assertThat(idsOf(load(ids))).isEqualTo(ids);
    }

    @Test
    void idsWithoutDetailAreNamedAndSaidOnce() {
        missing.addAll(List.of(2L, 120L));
        try (CapturedLog log = new CapturedLog()) {
            LoadedRows loaded = load(ids(150));
            assertThat(loaded.idsWithoutDetail()).containsExactly(2L, 120L);
            assertThat(loaded.rows()).hasSize(148);
            assertThat(load(ids(150)).idsWithoutDetail()).containsExactly(2L, 120L);
            assertThat(log.aboveDebug()).singleElement().asString().contains("[2, 120]");
        }
    }

    @Test
    void aRowThatNobodyAskedForIsAnError() {
        additional = ",{\"id\":999}";
        assertThatThrownBy(() -> load(ids(3)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("not requested");
        assertThatThrownBy(() -> load(ids(150))).isInstanceOf(PlatformException.class);
    }

    @Test
    void aRowWithoutAnIdIsSetAsideAndTheRestIsRead() {
        additional = ",{\"name\":\"Zhang San\"}";
        assertThat(load(ids(3)).rows()).hasSize(3);
    }

    @Test
    void noIdsNoRequest() {
        assertThat(load(List.of()).rows()).isEmpty();
        assertThat(client.requests()).isEmpty();
    }

    @Test
    void openIdsComeOnlyIfTheyAreAskedFor() {
        load(List.of(1L));
        new ContactDetails(new RequestCounter(client), parallel, false).of(List.of(1L), AnswerRoom.UNBOUNDED);
        assertThat(client.requests())
                .containsExactly("/open/contacts_bulk?ids=1&needOpenId=1", "/open/contacts_bulk?ids=1");
    }

    private LoadedRows load(List<Long> ids) {
        return details.of(ids, AnswerRoom.UNBOUNDED);
    }

    /** The rows that were asked for, in the reverse order. */
    private JsonNode backwards(ApiRequest request) {
        List<String> ids = Arrays.asList(FakeClient.parameter(request, "ids").split(","));
        if (ids.size() > longest) {
            throw new PlatformException(Category.SPLIT, "answered HTTP 414", 414, null, null, null);
        }
        Collections.reverse(ids);
        return FakeClient.json(ids.stream()
                .filter(id -> !missing.contains(Long.valueOf(id)))
                .map(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", additional + "]")));
    }

    private static List<Long> ids(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static List<Long> idsOf(LoadedRows loaded) {
        return loaded.rows().stream().map(row -> row.get("id").longValue()).toList();
    }
}
