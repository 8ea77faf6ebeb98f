package io.martech.connect.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list of the simulated platform.
 *
 * @param key where a row's key is
 * @param add adds a row
 * @param change changes one row
 * @param delete deletes the row with that key
 * @param truth all rows as they stand, by key
 */
record LinkflowListCase(
        String resource,
        String key,
        Consumer<LinkflowPlatform> add,
        Consumer<LinkflowPlatform> change,
        BiConsumer<LinkflowPlatform, String> delete,
        Function<LinkflowPlatform, Map<?, JsonNode>> truth) {

    static Stream<LinkflowListCase> all() {
        return Stream.of(
                new LinkflowListCase(
                        "groups",
                        "/id",
                        platform -> platform.groups().add("群组", "static"),
                        platform -> platform.groups()
                                .rename(
                                        platform.groups().byId().firstKey(),
                                        "群组 " + platform.groups().byId().size()),
                        (platform, key) -> platform.groups().delete(Long.parseLong(key)),
                        platform -> platform.groups().byId()),
                new LinkflowListCase(
                        "tags",
                        "/tagId",
                        platform -> platform.tags().add("tag_" + platform.tags().created(), "text"),
                        platform -> platform.tags()
                                .rename(
                                        platform.tags().byKey().firstKey(),
                                        "标签 " + platform.tags().byKey().size()),
                        (platform, id) -> platform.tags().byKey().values().stream()
                                .filter(tag -> tag.path("tagId").asText().equals(id))
                                .forEach(tag -> platform.tags()
                                        .delete(tag.path("tagKey").asText())),
                        platform -> platform.tags().byKey()),
                new LinkflowListCase(
                        "folders",
                        "/id",
                        platform -> platform.folders().add(folder -> folder.put("name", "目录")),
                        platform -> platform.folders()
                                .update(
                                        platform.folders().byId().firstKey(),
                                        folder -> folder.put(
                                                "name",
                                                "目录 "
                                                        + platform.folders()
                                                                .byId()
                                                                .size())),
                        (platform, key) -> platform.folders().delete(Long.parseLong(key)),
                        platform -> platform.folders().byId()));
    }

    void addTo(LinkflowPlatform platform) {
        add.accept(platform);
    }

    void changeIn(LinkflowPlatform platform) {
        change.accept(platform);
    }

    /** Deletes the newest row. */
    void deleteFrom(LinkflowPlatform platform) {
        delete.accept(platform, newestOf(platform));
    }

    private String newestOf(LinkflowPlatform platform) {
        return String.valueOf(truth.apply(platform).values().stream()
                .mapToLong(row -> row.at(key).longValue())
                .max()
                .orElseThrow());
    }

    /** What tests are named by. */
    @Override
    public String toString() {
        return resource;
    }
}
