package io.martech.connect.sandbox.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups as the document lets them be made and filled. */
class LinkflowGroupWritesTest {

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    @Test
    void contactsJoinAndWhoDoesNotExistIsAFailure() throws Exception {
        List<Long> contacts = sandbox.platform.contacts().insert(2);
        long group = sandbox.platform.groups().add("双11vip客户", "static");
        String path = "/open/groups/" + group + "/contacts";

        HttpResponse<String> answer = sandbox.client.post(path, "[" + contacts.get(0) + "," + contacts.get(1) + ",4]");

        JsonNode body = Client.JSON.readTree(answer.body());
        assertThat(body.path("success")).hasSize(2);
        assertThat(body.path("failure").toString()).isEqualTo("[4]");
        assertThat(body.path("group").path("id").asLong()).isEqualTo(group);
        assertThat(sandbox.platform.groups().membersOf(group)).containsOnlyKeys(contacts);
    }

    @Test
    void aGroupIsMadeOnceAndOnlyAsManyAsThereMayBe() throws Exception {
        HttpResponse<String> answer = sandbox.client.post("/open/groups", "{\"name\":\"a\"}");

        assertThat(Client.JSON.readTree(answer.body()).path("id").asLong())
                .isEqualTo(sandbox.platform.groups().byId().firstKey());
        assertThat(Client.code(sandbox.client.post("/open/groups", "{\"name\":\"a\"}")))
                .isEqualTo("B00001");
        sandbox.platform.groups().quota.set(1);
        assertThat(Client.code(sandbox.client.post("/open/groups", "{\"name\":\"b\"}")))
                .isEqualTo("B00157");
    }

    @Test
    void tooManyAtOnceAndAGroupThatIsNotThereAreRefused() throws Exception {
        long contact = sandbox.platform.contacts().insert();
        long group = sandbox.platform.groups().add("a", "static");
        sandbox.platform.groups().mostWritten.set(1);

        assertThat(Client.code(sandbox.client.post("/open/groups/" + group + "/contacts", "[" + contact + ",4]")))
                .isEqualTo("B00031");
        assertThat(Client.code(sandbox.client.post("/open/groups/1/contacts", "[" + contact + "]")))
                .isEqualTo("B00008");
    }
}
