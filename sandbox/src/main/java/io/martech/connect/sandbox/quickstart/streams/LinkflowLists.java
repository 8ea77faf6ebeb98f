package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.adapter.SourceTable;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.group.LinkflowGroups;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTagExports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Linkflow's lists into topics: groups and who is in them, tags, folders, QR codes, reports, dashboards, tag values, and files of these. */
final class LinkflowLists {

    private static final int GROUPS = 10;
    private static final long MEMBERS_PER_GROUP = 30;
    private static final int CHANGES_PER_JOIN = 50;

    /** Of whom the sinks write nothing. */
    private static final int CONTACTS_WITH_TAGS = 500;

    private static final String TAG = LinkflowStreams.TAG;

    private final LinkflowStreams linkflow;
    private final List<Long> groups = new ArrayList<>();
    private final List<Long> contacts;

    /** Puts some of each on the platform. */
    LinkflowLists(LinkflowStreams linkflow) {
        this.linkflow = linkflow;
        LinkflowPlatform platform = linkflow.state();
        this.contacts = platform.contacts().ids();
        for (int i = 0; i < GROUPS; i++) {
            long group = platform.groups().add("群组 " + i, "static");
            groups.add(group);
            contacts.stream()
                    .skip(i * MEMBERS_PER_GROUP)
                    .limit(MEMBERS_PER_GROUP)
                    .forEach(contact -> platform.groups().join(group, contact));
            platform.folders().add(folder -> folder.put("name", "目录").put("domain", "TAG"));
        }
        platform.qrCodes().addChannel(LinkflowStreams.WECOM_CHANNEL);
        platform.qrCodes().add(LinkflowStreams.WECOM_CHANNEL, "添加单人");
        platform.reports().addDashboard("y01", List.of(platform.reports().add()));
        platform.tags().add(TAG, "text");
        contacts.stream().skip(contacts.size() - CONTACTS_WITH_TAGS).forEach(contact -> platform.tags()
                .set(contact, TAG, "南京"));
    }

    Source source() {
        LinkflowPlatform platform = linkflow.state();
        List<SourceTable> tables = List.of(
                new SourceTable("groups", "id", "groups.list", () -> platform.groups()
                        .byId()
                        .values()),
                new SourceTable(
                        "group-members", List.of("contactGroupId", "contactId"), "groups.members", this::members),
                new SourceTable("tags", "tagId", "tags.list", () -> platform.tags()
                        .byKey()
                        .values()),
                new SourceTable("folders", "id", "folders", () -> platform.folders()
                        .byId()
                        .values()),
                new SourceTable("qrcodes", List.of("channelId", "id"), "qrcodes", () -> platform.qrCodes()
                        .all()
                        .values()),
                new SourceTable("reports", "reportId", "reports", this::reports),
                new SourceTable(
                        "dashboards",
                        "dashboardId",
                        "dashboards",
                        () -> with("dashboardId", platform.reports().dashboards())),
                new SourceTable("tag-values", List.of("contactId", "tagId"), "contacts.tags", this::tagValues),
                new SourceTable(
                        "tag-value-lines",
                        List.of("tagKey", "taskId", "line"),
                        "tags.export",
                        this::linesOfExports,
                        List.of("startedAt")));
        return new Source("linkflow-lists-source.json", linkflow.platform(), tables, this::change);
    }

    private void change(long number) {
        LinkflowPlatform platform = linkflow.state();
        if (number % CHANGES_PER_JOIN == 0) {
            long group = groups.get((int) (number / CHANGES_PER_JOIN % GROUPS));
            platform.groups().rename(group, "群组 " + number);
            platform.groups().join(group, contacts.get((int) (number % contacts.size())));
            platform.qrCodes().add(LinkflowStreams.WECOM_CHANNEL, "活动 " + number);
            platform.reports().change(platform.reports().byId().firstKey());
            platform.tags().set(linkflow.contactWithTags(), TAG, "城市 " + number);
        }
    }

    /** Of every group, those too that a sink creates. Whose contact they are stands beside the contact too. */
    private Collection<JsonNode> members() {
        List<JsonNode> members = new ArrayList<>();
        LinkflowGroups all = linkflow.state().groups();
        all.byId().keySet().forEach(group -> all.membersOf(group)
                .forEach((contact, member) -> members.add(((ObjectNode) member).put("contactId", contact))));
        return members;
    }

    /** What has no documented form travels as a text. */
    private Collection<JsonNode> reports() {
        Collection<JsonNode> reports =
                with("reportId", linkflow.state().reports().byId());
        reports.forEach(report -> List.of("chart", "result").forEach(field -> ((ObjectNode) report)
                .put(field, report.get(field).toString())));
        return reports;
    }

    private Collection<JsonNode> tagValues() {
        List<JsonNode> values = new ArrayList<>();
        long contact = linkflow.contactWithTags();
        linkflow.state().tagsOf(contact).forEach(value -> values.add(((ObjectNode) value).put("contactId", contact)));
        return values;
    }

    /** Of every file that was asked for. */
    private Collection<JsonNode> linesOfExports() {
        LinkflowTagExports exports = linkflow.state().tagExports();
        List<JsonNode> rows = new ArrayList<>();
        exports.lines().forEach((task, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
                rows.add(JsonNodeFactory.instance
                        .objectNode()
                        .put("tagKey", exports.tagKeyOf(task))
                        .put("taskId", task)
                        .put("line", i + 1)
                        .put("text", lines.get(i)));
            }
        });
        return rows;
    }

    /** With the id that they are asked for by. */
    private static Collection<JsonNode> with(String field, Map<Long, JsonNode> rows) {
        List<JsonNode> shown = new ArrayList<>();
        rows.forEach((id, row) -> shown.add(((ObjectNode) row.deepCopy()).put(field, id)));
        return shown;
    }
}
