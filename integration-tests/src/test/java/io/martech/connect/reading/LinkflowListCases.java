package io.martech.connect.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.group.LinkflowDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Linkflow's lists. */
enum LinkflowListCases implements LinkflowListCase {
    GROUPS("groups") {
        @Override
        public void addTo(LinkflowPlatform platform) {
            platform.groups().add("群组", "static");
        }

        @Override
        public void changeIn(LinkflowPlatform platform) {
            platform.groups().rename(platform.groups().byId().firstKey(), "群组 " + nextNumber());
        }

        @Override
        public void deleteFrom(LinkflowPlatform platform) {
            platform.groups().delete(platform.groups().byId().lastKey());
        }

        @Override
        public Collection<JsonNode> truth(LinkflowPlatform platform) {
            return platform.groups().byId().values();
        }
    },
    TAGS("tags") {
        @Override
        public String keyOf(JsonNode row) {
            return row.path("tagId").asText();
        }

        @Override
        public void addTo(LinkflowPlatform platform) {
            platform.tags().add("tag_" + platform.tags().created(), "text");
        }

        @Override
        public void changeIn(LinkflowPlatform platform) {
            platform.tags().rename(platform.tags().byKey().firstKey(), "标签 " + nextNumber());
        }

        @Override
        public void deleteFrom(LinkflowPlatform platform) {
            platform.tags()
                    .delete(platform.tags().byKey().values().stream()
                            .max(Comparator.comparing(tag -> tag.path("tagId").asLong()))
                            .orElseThrow()
                            .path("tagKey")
                            .asText());
        }

        @Override
        public Collection<JsonNode> truth(LinkflowPlatform platform) {
            return platform.tags().byKey().values();
        }
    },
    FOLDERS("folders") {
        @Override
        public void addTo(LinkflowPlatform platform) {
            platform.folders().add(folder -> folder.put("name", "目录"));
        }

        @Override
        public void changeIn(LinkflowPlatform platform) {
            rename(platform.folders());
        }

        @Override
        public void deleteFrom(LinkflowPlatform platform) {
            platform.folders().delete(platform.folders().byId().lastKey());
        }

        @Override
        public Collection<JsonNode> truth(LinkflowPlatform platform) {
            return platform.folders().byId().values();
        }
    },
    QR_CODES("qrcodes") {
        @Override
        public Map<String, String> properties() {
            return Map.of("qrcodes.channel.ids", "ww1,ww2");
        }

        @Override
        public void prepare(LinkflowPlatform platform) {
            platform.qrCodes().addChannel("ww1");
            platform.qrCodes().addChannel("ww2");
        }

        @Override
        public String keyOf(JsonNode row) {
            return row.path("channelId").asText() + "/" + row.path("id").asText();
        }

        @Override
        public void addTo(LinkflowPlatform platform) {
            platform.qrCodes().add(platform.qrCodes().all().size() % 2 == 0 ? "ww1" : "ww2", "添加单人");
        }

        @Override
        public void changeIn(LinkflowPlatform platform) {
            rename(platform.qrCodes().of("ww1"));
        }

        @Override
        public void deleteFrom(LinkflowPlatform platform) {
            LinkflowDirectory codes =
                    platform.qrCodes().of(platform.qrCodes().all().size() % 2 == 0 ? "ww2" : "ww1");
            codes.delete(codes.byId().lastKey());
        }

        @Override
        public Collection<JsonNode> truth(LinkflowPlatform platform) {
            return platform.qrCodes().all().values();
        }
    },
    REPORTS("reports") {
        @Override
        public Map<String, String> properties() {
            return Map.of(
                    "reports.ids",
                    LongStream.range(FIRST_REPORT, FIRST_REPORT + FIXED_ROWS)
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(",")));
        }

        @Override
        public void prepare(LinkflowPlatform platform) {
            platform.reports().asksUntilComputed(2);
            for (int i = 0; i < FIXED_ROWS; i++) {
                platform.reports().add();
            }
        }

        @Override
        public boolean isChosenByIds() {
            return true;
        }

        @Override
        public String keyOf(JsonNode row) {
            return row.path("reportId").asText();
        }

        @Override
        public void changeIn(LinkflowPlatform platform) {
            platform.reports().change(FIRST_REPORT + nextNumber() % FIXED_ROWS);
        }

        @Override
        public Collection<JsonNode> truth(LinkflowPlatform platform) {
            return with("reportId", platform.reports().byId());
        }
    },
    DASHBOARDS("dashboards") {
        @Override
        public Map<String, String> properties() {
            return Map.of("dashboards.ids", "1,2");
        }

        @Override
        public void prepare(LinkflowPlatform platform) {
            platform.reports().addDashboard("y01", List.of(404L, 410L));
            platform.reports().addDashboard("y02", List.of());
        }

        @Override
        public boolean isChosenByIds() {
            return true;
        }

        @Override
        public String keyOf(JsonNode row) {
            return row.path("dashboardId").asText();
        }

        @Override
        public void changeIn(LinkflowPlatform platform) {
            platform.reports().renameDashboard(1, "y " + nextNumber());
        }

        @Override
        public Collection<JsonNode> truth(LinkflowPlatform platform) {
            return with("dashboardId", platform.reports().dashboards());
        }
    },
    TAG_VALUES("tag-values") {
        private final List<Long> contacts = new ArrayList<>();

        @Override
        public void prepare(LinkflowPlatform platform) {
            contacts.clear();
            contacts.addAll(platform.contacts().insert(3));
            platform.tags().add("tag_0", "text");
        }

        @Override
        public Map<String, String> properties() {
            return Map.of(
                    "tag-values.contact.ids",
                    contacts.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }

        @Override
        public String keyOf(JsonNode row) {
            return row.path("contactId").asText() + "/" + row.path("tagId").asText();
        }

        @Override
        public void addTo(LinkflowPlatform platform) {
            String key = "tag_" + platform.tags().created();
            platform.tags().add(key, "text");
            platform.tags().set(contacts.get(nextNumber() % contacts.size()), key, "红色");
        }

        @Override
        public void changeIn(LinkflowPlatform platform) {
            platform.tags()
                    .set(
                            contacts.get(0),
                            platform.tags().valuesOf(contacts.get(0)).firstKey(),
                            "蓝色 " + nextNumber());
        }

        @Override
        public void deleteFrom(LinkflowPlatform platform) {
            long contact = contacts.stream()
                    .max(Comparator.comparing(id -> platform.tags().valuesOf(id).size()))
                    .orElseThrow();
            platform.tags().unset(contact, platform.tags().valuesOf(contact).lastKey());
        }

        @Override
        public Collection<JsonNode> truth(LinkflowPlatform platform) {
            List<JsonNode> rows = new ArrayList<>();
            contacts.forEach(contact ->
                    platform.tagsOf(contact).forEach(tag -> rows.add(((ObjectNode) tag).put("contactId", contact))));
            return rows;
        }
    },
    GROUP_MEMBERS("group-members") {
        private static final long GROUP = 47;

        @Override
        public Map<String, String> properties() {
            return Map.of("group-members.group.ids", String.valueOf(GROUP));
        }

        @Override
        public void prepare(LinkflowPlatform platform) {
            platform.groups().add("vip 2026", "static");
        }

        @Override
        public String keyOf(JsonNode row) {
            return row.path("contactGroupId").asText() + "/"
                    + row.path("contactId")
                            .asText(row.path("contact").path("id").asText());
        }

        @Override
        public JsonNode shown(JsonNode row) {
            ObjectNode shown = row.deepCopy();
            shown.remove("contactId");
            return shown;
        }

        @Override
        public void addTo(LinkflowPlatform platform) {
            platform.groups().join(GROUP, platform.contacts().insert());
        }

        /** Leaves and comes back. */
        @Override
        public void changeIn(LinkflowPlatform platform) {
            long contact = platform.groups().membersOf(GROUP).firstKey();
            platform.groups().leave(GROUP, contact);
            platform.groups().join(GROUP, contact);
        }

        @Override
        public void deleteFrom(LinkflowPlatform platform) {
            platform.groups().leave(GROUP, platform.groups().membersOf(GROUP).lastKey());
        }

        @Override
        public Collection<JsonNode> truth(LinkflowPlatform platform) {
            return platform.groups().membersOf(GROUP).values();
        }
    };

    private static final long FIRST_REPORT = 404;
    private static final int FIXED_ROWS = 40;

    private final String resource;
    private int number;

    LinkflowListCases(String resource) {
        this.resource = resource;
    }

    static Stream<LinkflowListCase> all() {
        return Stream.of(values());
    }

    @Override
    public String resource() {
        return resource;
    }

    int nextNumber() {
        return number++;
    }

    /** Rows as the connector is documented to show them: with the id that they were asked for by. */
    private static Collection<JsonNode> with(String field, Map<Long, JsonNode> rows) {
        return rows.entrySet().stream()
                .<JsonNode>map(row -> ((ObjectNode) row.getValue().deepCopy()).put(field, row.getKey()))
                .toList();
    }

    void rename(LinkflowDirectory directory) {
        directory.update(directory.byId().firstKey(), row -> row.put("name", "新名 " + nextNumber()));
    }
}
