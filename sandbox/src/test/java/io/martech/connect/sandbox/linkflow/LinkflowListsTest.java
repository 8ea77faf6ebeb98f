package io.martech.connect.sandbox.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.group.LinkflowGroups;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups and their members, folders: as the document shows them. */
class LinkflowListsTest {

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final LinkflowGroups groups = sandbox.platform.groups();

    @Test
    void groupsAreListedAllOrByWhatIsAskedFor() throws Exception {
        long first = groups.add("618潜在客户", "static");
        long second = groups.add("最近7天活跃客户", "dynamic");
        sandbox.clock.advance(Duration.ofMinutes(1));
        groups.rename(second, "最近30天活跃客户");

        JsonNode all = sandbox.client.json("/open/groups");

        assertThat(all).hasSize(2);
        assertThat(all.get(1)).isEqualTo(Client.JSON.readTree("""
                {"name":"最近30天活跃客户","groupType":"dynamic","id":%d,
                 "dateCreated":"2026-01-01 08:00:00","lastUpdated":"2026-01-01 08:01:00"}""".formatted(second)));
        assertThat(sandbox.client.json("/open/groups?id=" + first)).hasSize(1);
        assertThat(sandbox.client.json("/open/groups?name=618").get(0).get("id").longValue())
                .isEqualTo(first);
        assertThat(sandbox.client.json("/open/groups?groupType=dynamic")).hasSize(1);
        groups.delete(first);
        assertThat(sandbox.client.json("/open/groups")).hasSize(1);
    }

    @Test
    void membersComeAscendingAboveAMemberId() throws Exception {
        long group = groups.add("双11vip客户", "static");
        List<Long> contacts = sandbox.platform.contacts().insert(7);
        contacts.forEach(contact -> groups.join(group, contact));

        List<Long> read = new ArrayList<>();
        JsonNode page = sandbox.client.json("/open/groups/" + group + "/contacts?memberId=0&size=3");
        while (!page.isEmpty()) {
            page.forEach(member -> read.add(member.at("/contact/id").longValue()));
            long last = page.get(page.size() - 1).get("memberId").longValue();
            page = sandbox.client.json("/open/groups/" + group + "/contacts?size=3&memberId=" + last);
        }

        assertThat(read).isEqualTo(contacts);
    }

    @Test
    void whoComesBackIsListedAgainAtTheEnd() throws Exception {
        long group = groups.add("vip", "static");
        List<Long> contacts = sandbox.platform.contacts().insert(2);
        contacts.forEach(contact -> groups.join(group, contact));
        groups.leave(group, contacts.get(0));
        assertThat(sandbox.client.json("/open/groups/" + group + "/contacts")).hasSize(1);
        groups.join(group, contacts.get(0));
        groups.join(group, contacts.get(0));

        JsonNode members = sandbox.client.json("/open/groups/" + group + "/contacts");

        assertThat(members).hasSize(2);
        assertThat(members.get(1).at("/contact/id").longValue()).isEqualTo(contacts.get(0));
        assertThat(members.get(1))
                .hasToString(groups.membersOf(group).get(contacts.get(0)).toString());
    }

    @Test
    void membersOfNoGroupAndLargePagesAreRefused() throws Exception {
        assertRefused(sandbox.client.get("/open/groups/1/contacts"), 404, "B00008");
        long group = groups.add("vip", "static");
        assertRefused(sandbox.client.get("/open/groups/" + group + "/contacts?size=501"), 400, "B00031");
    }

    @Test
    void foldersAreListed() throws Exception {
        long root = sandbox.platform
                .folders()
                .add(folder -> folder.put("name", "根").put("domain", "TAG").put("parentId", 0));
        sandbox.platform
                .folders()
                .add(folder -> folder.put("name", "测试目录名称").put("domain", "TAG").put("parentId", root));

        JsonNode folders = sandbox.client.json("/open/folders");

        assertThat(folders).hasSize(2);
        assertThat(folders.get(1).get("parentId").longValue()).isEqualTo(root);
    }

    @Test
    void qrCodesAreListedByChannel() throws Exception {
        sandbox.platform.qrCodes().addChannel("ww0b8772cfc1ed757c");
        sandbox.platform.qrCodes().addChannel("ww2");
        long code = sandbox.platform.qrCodes().add("ww0b8772cfc1ed757c", "添加单人");

        assertThat(sandbox.client
                        .json("/open/workwechat/ww0b8772cfc1ed757c/qrcodes")
                        .get(0)
                        .get("id")
                        .longValue())
                .isEqualTo(code);
        assertThat(sandbox.client.json("/open/workwechat/ww2/qrcodes")).isEmpty();
        assertRefused(sandbox.client.get("/open/workwechat/ww3/qrcodes"), 500, "B00022");
    }

    @Test
    void aReportIsComputedWhenItIsAskedForOftenEnough() throws Exception {
        sandbox.platform.reports().asksUntilComputed(1);
        long report = sandbox.platform.reports().add();

        JsonNode first = sandbox.client.json("/open/report/" + report);
        assertThat(first.get("status").intValue()).isZero();
        assertThat(first.has("result")).isFalse();
        JsonNode second = sandbox.client.json("/open/report/" + report);
        assertThat(second)
                .hasToString(sandbox.platform.reports().byId().get(report).toString());

        sandbox.platform.reports().change(report);
        assertThat(sandbox.client.json("/open/report/" + report).get("status").intValue())
                .isZero();
        assertRefused(sandbox.client.get("/open/report/1"), 404, "B00008");
    }

    @Test
    void aDashboardNamesItsReports() throws Exception {
        long dashboard = sandbox.platform.reports().addDashboard("y01", List.of(404L, 410L));
        JsonNode answer = sandbox.client.json("/open/dashboard/" + dashboard + "/summary");
        assertThat(answer.get("kanBanName").textValue()).isEqualTo("y01");
        assertThat(answer.at("/reports/1/id").longValue()).isEqualTo(410);
    }

    @Test
    void aContactHasIdentitiesChannelAccountsAndTagValues() throws Exception {
        long contact = sandbox.platform.contacts().insert();
        sandbox.platform.tags().add("tag_yhxb", "text");
        sandbox.platform.tags().set(contact, "tag_yhxb", "男");

        JsonNode identities = sandbox.client.json("/open/contacts/" + contact + "/identities");
        String phone = sandbox.platform
                .contacts()
                .find(contact)
                .orElseThrow()
                .get("mobilePhone")
                .textValue();
        assertThat(identities)
                .anyMatch(identity -> identity.get("type").textValue().equals("mobilePhone")
                        && identity.get("id").textValue().equals(phone));
        HttpResponse<String> tags =
                sandbox.client.post("/open/contacts/tags", "{\"id\":\"" + phone + "\",\"type\":\"phone\"}");
        assertThat(Client.JSON.readTree(tags.body()).get(0).get("value").textValue())
                .isEqualTo("男");
        assertThat(sandbox.client
                        .json("/open/contacts/" + contact + "/channel_identities")
                        .get(0)
                        .get("contactId")
                        .longValue())
                .isEqualTo(contact);
        assertRefused(sandbox.client.get("/open/contacts/1/identities"), 404, "B00008");
        assertRefused(sandbox.client.post("/open/contacts/tags", "{\"id\":\"x\",\"type\":\"email\"}"), 400, "B01376");
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(Client.code(response)).as(response.body()).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
