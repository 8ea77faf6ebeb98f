package io.martech.connect.sink.linkflow.tag;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.linkflow.LinkflowPaths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The tags of an account, see {@link LinkflowPaths#TAGS}. */
public final class TagList {

    private final PlatformClient client;

    public TagList(PlatformClient client) {
        this.client = client;
    }

    /**
     * Reads all pages, up to one without new tags: a platform that returns shorter pages than requested is read to the
     * end too.
     *
     * @return every tag by its key
     * @throws PlatformException if the list cannot be read
     * @throws ConnectException if the response is invalid
     */
    public Map<String, Tag> read() {
        Map<String, Tag> byKey = new HashMap<>();
        forEach((tag, row) -> byKey.merge(tag.key(), tag, (one, other) -> one.takesValues() ? one : other));
        return byKey;
    }

    /**
     * Reads all pages, and returns when the values of a tag were last calculated.
     *
     * @return {@code lastCalculateTime} in the platform's format; empty if the list has no such tag, or no time for it
     */
    public Optional<String> lastCalculateTime(String tagKey) {
        Map<String, String> times = new HashMap<>();
        forEach((tag, row) -> {
            JsonNode time = row.path("lastCalculateTime");
            if (tag.takesValues() && time.isTextual()) {
                times.put(tag.key(), time.textValue());
            }
        });
        return Optional.ofNullable(times.get(tagKey));
    }

    private void forEach(BiConsumer<Tag, JsonNode> reader) {
        Set<Long> ids = new HashSet<>();
        boolean broughtNew = true;
        for (int page = 0; broughtNew; page++) {
            broughtNew = false;
            for (JsonNode row : page(page)) {
                Tag tag = Tag.listed(row);
                broughtNew |= ids.add(tag.id());
                reader.accept(tag, row);
            }
        }
    }

    private JsonNode page(int page) {
        ApiRequest request = ApiRequest.get("tags", LinkflowPaths.TAGS)
                .with("page", page)
                .with("size", LinkflowPaths.TAGS_PER_PAGE)
                .expecting(Expectation.array());
        return client.execute(request).body();
    }
}
