package io.martech.connect.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.linkflow.LinkflowDirectory;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
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
            platform.groups().join(GROUP, platform.insertContact());
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

    void rename(LinkflowDirectory directory) {
        directory.update(directory.byId().firstKey(), row -> row.put("name", "新名 " + nextNumber()));
    }
}
