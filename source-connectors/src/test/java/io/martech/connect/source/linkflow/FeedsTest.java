package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.reader.PageLimitException;
import io.martech.connect.source.reader.Window;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the platform, parameter by parameter, as its document has it. */
class FeedsTest {

    private static final Window WINDOW = Window.ofSeconds(LocalDateTime.of(2026, 3, 1, 10, 0), 30);

    private final ParallelRequests parallel = new ParallelRequests(2, () -> 2);
    private String answer = "[]";
    private String refusal;
    private final FakeClient client = new FakeClient(request -> {
        assertThat(request.expectation().shape()).isEqualTo(Expectation.Shape.ARRAY);
        if (refusal != null) {
            throw FakeClient.refusal(request, refusal);
        }
        return FakeClient.json(answer);
    });
    private final RequestCounter requests = new RequestCounter(client);
    private final RequestCounter requestsOfContacts = new RequestCounter(client);
    private final OrdersFeed orders = new OrdersFeed(requests);

    @AfterEach
    void close() {
        parallel.close();
    }

    @Test
    void ordersOfAWindowHaveAnInclusiveStartAnExclusiveEndAndPagesFromOne() {
        orders.windowPage(WINDOW, 1);
        orders.windowPage(WINDOW, 100);
        assertThat(client.requests())
                .containsExactly(
                        "/open/orders?startTime=2026-03-01 10:00:00&endTime=2026-03-01 10:00:30&page=1",
                        "/open/orders?startTime=2026-03-01 10:00:00&endTime=2026-03-01 10:00:30&page=100");
    }

    @Test
    void ordersById() {
        answer = "[{\"id\":6},{\"id\":7}]";
        assertThat(orders.idPage(5)).hasSize(2);
        assertThat(client.requests()).containsExactly("/open/orders?lastMaxId=5");
        assertThat(requests.requests()).isEqualTo(1);
    }

    @Test
    void contactsOfAWindowOverlapByASecondAndHavePagesFromZero() {
        contacts(ContactKind.NAMED, WindowPrecision.SECOND).windowPage(WINDOW, 1);
        contacts(ContactKind.NAMED, WindowPrecision.SECOND).windowPage(WINDOW, 11);
        assertThat(client.requests())
                .containsExactly(
                        "/open/contacts_bulk/ids?page=0&size=1000&anonymous=0"
                                + "&minUpdateTime=2026-03-01 09:59:59&maxUpdateTime=2026-03-01 10:00:30",
                        "/open/contacts_bulk/ids?page=10&size=1000&anonymous=0"
                                + "&minUpdateTime=2026-03-01 09:59:59&maxUpdateTime=2026-03-01 10:00:30");
        assertThat(contacts(ContactKind.NAMED, WindowPrecision.SECOND).overlapSeconds())
                .isEqualTo(1);
    }

    @Test
    void contactsOfADayAreAskedForByDates() {
        LocalDateTime day = LocalDateTime.of(2026, 2, 28, 0, 0);
        contacts(ContactKind.NAMED, WindowPrecision.DAY).windowPage(new Window(day, day.plusDays(1)), 1);
        assertThat(client.requests().get(0)).endsWith("&minUpdateTime=2026-02-28&maxUpdateTime=2026-03-01");
    }

    @ParameterizedTest
    @CsvSource({"NAMED, 0, true", "ANONYMOUS, 1, false", "ALL, -1, false"})
    void theKindOfContactsIsAskedForWhereThatCanBe(ContactKind kind, int parameter, boolean cursorShowsThem) {
        ContactsFeed contacts = contacts(kind, WindowPrecision.SECOND);
        contacts.windowPage(WINDOW, 1);
        contacts.idPage(5);
        assertThat(client.requests().get(0)).contains("anonymous=" + parameter);
        assertThat(client.requests().get(1)).isEqualTo("/open/contacts/cursor?lastMaxId=5&size=200");
        assertThat(contacts.idPagesShowEveryRow()).isEqualTo(cursorShowsThem);
    }

    @Test
    void contactsOfAnotherKindAreLeftOut() {
        List<JsonNode> entries = List.of(FakeClient.json("1"), FakeClient.json("2"), FakeClient.json("3"));
        answer = "[{\"id\":1,\"isAnonymous\":true},{\"id\":2,\"isAnonymous\":false},{\"id\":3}]";
        assertThat(contacts(ContactKind.NAMED, WindowPrecision.SECOND)
                        .load(entries)
                        .rows())
                .extracting(row -> row.get("id").intValue())
                .containsExactly(2, 3);
        assertThat(contacts(ContactKind.ANONYMOUS, WindowPrecision.SECOND)
                        .load(entries)
                        .rows())
                .extracting(row -> row.get("id").intValue())
                .containsExactly(1, 3);
        assertThat(contacts(ContactKind.ALL, WindowPrecision.SECOND)
                        .load(entries)
                        .rows())
                .hasSize(3);
    }

    @Test
    void aContactListedTwiceIsLoadedOnce() {
        answer = "[{\"id\":1}]";
        assertThat(contacts(ContactKind.NAMED, WindowPrecision.SECOND)
                        .load(List.of(FakeClient.json("1"), FakeClient.json("1")))
                        .rows())
                .hasSize(1);
        assertThat(client.requests()).containsExactly("/open/contacts_bulk?ids=1&needOpenId=1");
    }

    @Test
    void theCodesForTooManyPagesMeanASmallerWindow() {
        refusal = "B00093";
        assertThatThrownBy(() -> orders.windowPage(WINDOW, 101)).isInstanceOf(PageLimitException.class);
        refusal = "B00030";
        assertThatThrownBy(() ->
                        contacts(ContactKind.NAMED, WindowPrecision.SECOND).windowPage(WINDOW, 12))
                .isInstanceOf(PageLimitException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B00001", "B00030", "B00010"})
    void anyOtherCodeOfAnOrdersWindowIsAnError(String code) {
        refusal = code;
        assertThatThrownBy(() -> orders.windowPage(WINDOW, 1))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(code);
        assertThatThrownBy(() -> orders.idPage(1)).isInstanceOf(PlatformException.class);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "'\"7\"', 7", "'{\"id\":7}', 7", "'{\"id\":\"7\"}', 7", "9007199254740993, 9007199254740993"})
    void anIdIsAWholeNumberAsAFieldOrBare(String entry, long id) {
        assertThat(orders.idOf(FakeClient.json(entry))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{}", "{\"id\":null}", "{\"id\":1.5}", "\"x\"", "{\"id\":99999999999999999999}", "[]"})
    void aRowWithoutAnIdStandsAmongTheOthersOfAWindowByItsContent(String entry) {
        JsonNode row = FakeClient.json(entry);
        assertThat(orders.idOf(row)).isNegative().isEqualTo(orders.idOf(row.deepCopy()));
        assertThat(orders.idOf(row)).isNotEqualTo(orders.idOf(FakeClient.json("{\"name\":\"another\"}")));
    }

    /** It could not be asked on from there, and ids would not ascend. */
    @Test
    void ofAPageByIdRowsWithoutAnIdAreSetAsideOnce() {
        answer = "[{\"id\":1},{\"name\":\"no id\"},null,{\"id\":2}]";
        for (int i = 0; i < 2; i++) {
            assertThat(orders.idPage(0).stream().map(orders::idOf)).containsExactly(1L, 2L);
            assertThat(requests.takeAside()).hasSize(i == 0 ? 2 : 0);
        }
        ContactsFeed contacts = contacts(ContactKind.NAMED, WindowPrecision.SECOND);
        assertThat(contacts.idPage(0)).hasSize(2);
        assertThat(requestsOfContacts.takeAside()).hasSize(2);
    }

    /** What follows could not be asked for, and an end would be a gap. */
    @Test
    void aWholePageWithoutAnyIdIsAnError() {
        answer = "[" + "{},".repeat(99) + "{}]";
        assertThatThrownBy(() -> orders.idPage(0))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("without a numeric id");
    }

    private ContactsFeed contacts(ContactKind kind, WindowPrecision precision) {
        return new ContactsFeed(requestsOfContacts, parallel, kind, true, List.of(), precision);
    }
}
