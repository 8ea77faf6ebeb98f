package io.martech.connect.sandbox.m1world;

import static io.martech.connect.sandbox.m1world.Sandbox.assertRefused;
import static io.martech.connect.sandbox.m1world.Sandbox.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.m1world.account.ContactOrder;
import io.martech.connect.sandbox.m1world.account.MailEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactReadsTest {

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final M1worldPlatform platform = sandbox.platform;

    @Test
    void theListHasPagesOfAtMost50AndATotal() {
        List<Long> ids = platform.contacts().insert(120);
        assertThat(page(1, 50)).containsExactlyElementsOf(ids.subList(0, 50));
        assertThat(page(1, 200)).as("a larger limit is taken for 50").hasSize(50);
        assertThat(page(3, 50)).containsExactlyElementsOf(ids.subList(100, 120));
        assertThat(page(4, 50)).isEmpty();
        JsonNode answer = data(sandbox.get("/contact/all", "page", "1", "limit", "1"));
        assertThat(answer.get("total").intValue()).isEqualTo(120);
        assertThat(answer.get("list").get(0).toString())
                .isEqualTo(platform.contacts().byId().get(ids.get(0)).toString());
        assertRefused(sandbox.get("/contact/all", "page", "0", "limit", "50"), "E10103");
        sandbox.quirks.firstPage.set(0);
        assertThat(page(0, 50)).containsExactlyElementsOf(ids.subList(0, 50));
    }

    @Test
    void theListHasSeveralOrders() {
        List<Long> ids = platform.contacts().insert(5);
        sandbox.clock.advance(Duration.ofSeconds(1));
        platform.contacts().update(ids.get(1));
        assertThat(page(1, 50)).containsExactlyElementsOf(ids);
        sandbox.quirks.contactOrder.set(ContactOrder.NEWEST_FIRST);
        assertThat(page(1, 2)).containsExactly(ids.get(4), ids.get(3));
        sandbox.quirks.contactOrder.set(ContactOrder.LAST_CHANGED_FIRST);
        assertThat(page(1, 2)).containsExactly(ids.get(1), ids.get(4));
        sandbox.clock.advance(Duration.ofSeconds(1));
        long changed = platform.contacts().updateRandom(1).get(0);
        assertThat(page(1, 1)).containsExactly(changed);
        platform.contacts().delete(changed);
        assertThat(page(1, 50)).hasSize(4).doesNotContain(changed);
    }

    @Test
    void contactsAreFoundByTheirGroups() {
        platform.contacts().insert(2);
        sandbox.post("/contact/add", "opType", "3", "contacts", "[{\"email\":\"a@b.c\"}]", "groupName", "展会");
        long group = platform.addGroup("展会");
        JsonNode found = data(sandbox.get("/contact/all", "page", "1", "limit", "50", "groupIds", "[" + group + "]"));
        assertThat(found.get("total").intValue()).isEqualTo(1);
        assertThat(found.get("list")
                        .get(0)
                        .get("groups")
                        .get(0)
                        .get("groupName")
                        .textValue())
                .isEqualTo("展会");

        sandbox.post("/contact/group/delete", "ids", "[" + group + "]", "flag", "false");
        assertThat(platform.contacts().count()).isEqualTo(3);
        assertThat(data(sandbox.get("/contact/group/all", "page", "1", "limit", "10"))
                        .get("total")
                        .intValue())
                .isZero();
    }

    @Test
    void aDetailHoldsTheQuirksTowardsEmails() {
        long id = platform.contacts().insert();
        long task = platform.addTask("邮件主题", sandbox.clock.instant(), sandbox.clock.instant());
        platform.addEvent(task, MailEvent.CLICK, "m" + id + "@example.com", sandbox.clock.instant(), "http://e.com/");
        JsonNode detail = data(sandbox.get("/contact/detail", "id", Long.toString(id)));
        assertThat(detail.get("detail").get("id").longValue()).isEqualTo(id);
        assertThat(detail.get("edm").get("edmBehavior").get(0).get("dmdtype").textValue())
                .isEqualTo("click");
        assertRefused(sandbox.get("/contact/detail", "id", "1"), "E10103");
    }

    @Test
    void groupsAndTagsAreAddedAndListed() {
        JsonNode group = data(sandbox.post("/contact/group/add", "name", "0627"));
        assertThat(group.get("groupName").textValue()).isEqualTo("0627");
        assertThat(group.get("createTime").longValue()).isEqualTo(sandbox.clock.millis());
        assertThat(data(sandbox.post("/contact/tag/add", "name", "标签1")).textValue())
                .isEqualTo("success");
        platform.addTag("标签2");
        JsonNode tags = data(sandbox.get("/contact/tag/all", "page", "1", "limit", "1"));
        assertThat(tags.get("total").intValue()).isEqualTo(2);
        assertThat(tags.get("tags").get(0).get("tagName").textValue()).isEqualTo("标签2");
        assertThat(data(sandbox.get("/contact/tag/all", "page", "1", "limit", "9", "key", "1"))
                        .get("total")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void customFieldsAreAPostAndTheirCreationHidesTheirId() {
        assertThat(data(sandbox.post("/contact/property/add", "label", "行业", "fieldType", "2", "description", "d"))
                        .textValue())
                .isEqualTo("success");
        assertRefused(
                sandbox.post("/contact/property/add", "label", "行业", "fieldType", "1", "description", "d"), "E10103");
        assertThat(sandbox.get("/contact/property/all").statusCode()).isEqualTo(404);
        assertThat(data(sandbox.post("/contact/property/all")))
                .hasToString("[{\"description\":\"d\",\"id\":159,\"label\":\"行业\",\"type\":2}]");
        JsonNode setting = data(sandbox.get("/contact/setting")).get("setting");
        assertThat(setting.get(0))
                .hasToString("{\"field\":\"fullName\",\"name\":\"姓名\",\"isOrigin\":true,\"isShowInQuery\":true,"
                        + "\"orderby\":1,\"type\":1}");
        assertThat(setting.findValuesAsText("field"))
                .as("as the columns of an edit")
                .contains("province", "city")
                .doesNotContain("province_zh", "city_zh");
        assertThat(setting.get(setting.size() - 1).get("name").textValue()).isEqualTo("行业");

        sandbox.quirks.repeatedPropertyRefused.set(false);
        sandbox.post("/contact/property/add", "label", "行业", "fieldType", "1", "description", "d");
        sandbox.post("/contact/property/edit", "id", "160", "label", "旧", "fieldType", "1", "description", "d");
        assertThat(platform.propertyNames().values()).containsExactly("行业", "旧");
        sandbox.post("/contact/property/delete", "id", "159");
        assertThat(platform.propertyId("行业")).isEmpty();
    }

    @Test
    void mailsAreListedByTimeAndTheirEventsByKindAndTime() {
        Instant now = sandbox.clock.instant();
        long old = platform.addTask("old", now.minus(Duration.ofDays(9)), now);
        long task = platform.addTask("new", now.minus(Duration.ofDays(1)), now);
        for (int i = 0; i < 10; i++) {
            MailEvent kind = i % 2 == 0 ? MailEvent.OPEN : MailEvent.FINAL_SOFT_BOUNCE;
            platform.addEvent(task, kind, "e" + i + "@b.c", now.plusMillis(i * 100L), "");
        }
        String[] span = {"start", millis(now.minus(Duration.ofDays(2))), "end", millis(now)};
        assertThat(data(sandbox.get("/edm/tasks", span))).hasSize(1);
        sandbox.quirks.tasksBySendTime.set(true);
        assertThat(data(sandbox.get("/edm/tasks", span)).get(1).get("task_id").longValue())
                .isEqualTo(old);

        JsonNode all = events(task, "0", now, now.plusSeconds(1));
        assertThat(all.get("total_count").intValue()).isEqualTo(10);
        assertThat(all.get("detail")).hasSize(3);
        assertThat(all.get("detail").get(0).get("eventdate").textValue()).isEqualTo("2026-01-01 08:00:00.9");
        assertThat(events(task, "4", now, now.plusMillis(300))
                        .get("total_count")
                        .intValue())
                .isEqualTo(2);
        assertThat(events(task, "5", now, now.plusSeconds(1)).get("detail")).isEmpty();
    }

    private JsonNode events(long task, String type, Instant start, Instant end) {
        return data(sandbox.get(
                "/edm/task/detail",
                "id",
                Long.toString(task),
                "type",
                type,
                "start",
                millis(start),
                "end",
                millis(end),
                "page",
                "1",
                "limit",
                "3"));
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }

    private List<Long> page(int page, int limit) {
        List<Long> ids = new ArrayList<>();
        data(sandbox.get("/contact/all", "page", Integer.toString(page), "limit", Integer.toString(limit)))
                .get("list")
                .forEach(contact -> ids.add(contact.get("id").longValue()));
        return ids;
    }
}
