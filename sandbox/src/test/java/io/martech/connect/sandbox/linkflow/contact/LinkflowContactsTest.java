package io.martech.connect.sandbox.linkflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.linkflow.Client;
import io.martech.connect.sandbox.linkflow.DocumentedFields;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.Sandbox;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkflowContactsTest {

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final LinkflowPlatform platform = sandbox.platform;
    private final Client client = sandbox.client;

    @Test
    void theCursorAnswers200NamedContactsUnlessToldOtherwise() throws Exception {
        List<Long> ids = platform.contacts().insert(250);
        long anonymous = platform.contacts().insertAnonymous();

        assertThat(cursor("lastMaxId=0")).isEqualTo(ids.subList(0, 200));
        assertThat(cursor("lastMaxId=0&size=7")).isEqualTo(ids.subList(0, 7));
        assertThat(cursor("lastMaxId=0&size=5000")).as("a hidden maximum").hasSize(200);
        assertThat(cursor("lastMaxId=" + ids.get(199))).isEqualTo(ids.subList(200, 250));

        sandbox.quirks.contactCursorIncludesAnonymous.set(true);
        assertThat(cursor("lastMaxId=" + ids.get(249))).containsExactly(anonymous);
    }

    @Test
    void rowsOfTheCursorLackWhatOnlyDetailsHave() throws Exception {
        platform.contacts().insert(100);
        Set<String> fields = new TreeSet<>();
        for (JsonNode row : client.json("/open/contacts/cursor?lastMaxId=0")) {
            row.fieldNames().forEachRemaining(fields::add);
        }
        List<String> expected = new ArrayList<>(DocumentedFields.CONTACT_DETAIL);
        expected.removeAll(List.of("ver", "profilePhoto", "openIds"));
        assertThat(fields).containsAll(expected).doesNotContain("ver", "profilePhoto", "openIds");
    }

    @Test
    void detailsHaveEveryDocumentedFieldAndOpenIdsOnRequest() throws Exception {
        List<Long> ids = platform.contacts().insert(50);
        JsonNode rows = client.json("/open/contacts_bulk?needOpenId=1&ids=" + joined(ids));
        Set<String> fields = new TreeSet<>();
        for (JsonNode row : rows) {
            row.fieldNames().forEachRemaining(fields::add);
            assertThat(row.get("ver").isNull()).isTrue();
        }
        assertThat(fields).containsAll(DocumentedFields.CONTACT_DETAIL);
        assertThat(rows.get(3))
                .isEqualTo(Client.JSON.readTree(
                        JsonText.bytes(platform.contacts().find(ids.get(3)).orElseThrow())));
        assertThat(client.json("/open/contacts_bulk?ids=" + ids.get(0)).get(0).has("openIds"))
                .isFalse();
    }

    @Test
    void idsBeyondTheHundredthAreSilentlyIgnored() throws Exception {
        List<Long> ids = platform.contacts().insert(120);
        assertThat(details(ids)).isEqualTo(ids.subList(0, 100));
        List<Long> backwards = new ArrayList<>(ids);
        Collections.reverse(backwards);
        assertThat(details(backwards))
                .as("rows come by id, whatever the order asked for")
                .isEqualTo(ids.subList(20, 120));
    }

    @Test
    void deletedAndUnknownIdsAreLeftOut() throws Exception {
        List<Long> ids = platform.contacts().insert(3);
        platform.contacts().delete(ids.get(1));
        assertThat(details(List.of(ids.get(0), ids.get(1), 5L, ids.get(2)))).containsExactly(ids.get(0), ids.get(2));
        assertThat(platform.contacts().byId()).containsOnlyKeys(ids.get(0), ids.get(2));
        assertThat(platform.contacts().count()).isEqualTo(2);
    }

    @Test
    void aDeletedContactStaysDeletedWhenItsLastUpdateBecomesVisibleLater() throws Exception {
        long id = platform.contacts().insert();
        sandbox.quirks.commitDelay(Duration.ofSeconds(10), Duration.ofSeconds(10));
        platform.contacts().update(id);
        sandbox.quirks.commitDelay(Duration.ZERO);
        platform.contacts().delete(id);
        sandbox.clock.advance(Duration.ofSeconds(20));
        assertThat(details(List.of(id))).isEmpty();
    }

    @Test
    void idsArePagedFromZeroUpToTenThousand() throws Exception {
        List<Long> ids = platform.contacts().insert(25);
        assertThat(idPage("page=0&size=10")).isEqualTo(ids.subList(0, 10));
        assertThat(idPage("page=2&size=10")).isEqualTo(ids.subList(20, 25));
        assertThat(idPage("page=3&size=10")).isEmpty();
        assertThat(idPage("page=1&size=10000")).isEmpty();

        HttpResponse<String> beyond = client.get("/open/contacts_bulk/ids?page=2&size=5001");
        assertThat(beyond.statusCode()).isEqualTo(420);
        assertThat(Client.code(beyond)).isEqualTo("B00030");
        assertThat(client.get("/open/contacts_bulk/ids?page=0").statusCode()).isEqualTo(500);
    }

    @Test
    void aSizeCanSilentlyBeTakenForASmallerOneAndAResultBeTruncated() throws Exception {
        List<Long> ids = platform.contacts().insert(25);
        sandbox.quirks.largestContactIdPage.set(10);
        assertThat(idPage("page=0&size=5000")).isEqualTo(ids.subList(0, 10));
        assertThat(idPage("page=1&size=5000")).isEqualTo(ids.subList(10, 20));
        sandbox.quirks.contactIdTruncation.set(15);
        assertThat(idPage("page=1&size=5000")).isEqualTo(ids.subList(10, 15));
    }

    @Test
    void anonymousChoosesTheKind() throws Exception {
        long named = platform.contacts().insert();
        long anonymous = platform.contacts().insertAnonymous();
        assertThat(idPage("page=0&size=10")).containsExactly(named);
        assertThat(idPage("page=0&size=10&anonymous=0")).containsExactly(named);
        assertThat(idPage("page=0&size=10&anonymous=1")).containsExactly(anonymous);
        assertThat(idPage("page=0&size=10&anonymous=-1")).containsExactly(named, anonymous);

        JsonNode row = client.json("/open/contacts_bulk?ids=" + anonymous).get(0);
        assertThat(row.get("isAnonymous").booleanValue()).isTrue();
        assertThat(row.get("anonymousId").isNull()).isFalse();
        assertThat(row.get("mobilePhone").isNull()).isTrue();
    }

    @Test
    void aContactIsFoundByItsIdentities() throws Exception {
        long id = platform.contacts().insert();
        String mobile =
                platform.contacts().find(id).orElseThrow().get("mobilePhone").textValue();
        assertThat(client.get("/open/identity/contact?idType=mobilePhone&id=" + mobile)
                        .body())
                .isEqualTo(Long.toString(id));
        assertThat(client.get("/open/identity/contact?idType=phone&id=" + mobile)
                        .body())
                .isEqualTo(Long.toString(id));
        assertThat(client.get("/open/identity/contact?idType=email&id=nobody").body())
                .isEqualTo("null");
        HttpResponse<String> incomplete = client.get("/open/identity/contact?idType=email");
        assertThat(incomplete.statusCode()).isEqualTo(500);
        assertThat(Client.code(incomplete)).isEqualTo("B00010");
    }

    private List<Long> cursor(String query) throws Exception {
        return Client.ids(client.json("/open/contacts/cursor?" + query));
    }

    private List<Long> idPage(String query) throws Exception {
        return Client.ids(client.json("/open/contacts_bulk/ids?" + query));
    }

    private List<Long> details(List<Long> ids) throws Exception {
        return Client.ids(client.json("/open/contacts_bulk?ids=" + joined(ids)));
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
