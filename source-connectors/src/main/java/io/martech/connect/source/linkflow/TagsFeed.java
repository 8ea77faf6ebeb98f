package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tags: {@code GET /v1/tags}, chapter 获取用户标签元数据列表. Pages from 0, {@code size} at most 200. A platform may serve smaller
 * pages than it was asked for, so only a page without anything new is the last: an empty one, or one that repeats.
 *
 * <p>A tag that is deleted while pages are read may hide another one from this reading; the next one has it.
 */
record TagsFeed(RequestCounter client) implements ListFeed {

    static final String NAME = "tags";

    private static final int LARGEST_PAGE = 200;

    @Override
    public List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        Set<JsonNode> seen = new HashSet<>();
        for (int page = 0; ; page++) {
            List<JsonNode> fresh = page(page).stream().filter(seen::add).toList();
            if (fresh.isEmpty()) {
                return rows;
            }
            rows.addAll(fresh);
        }
    }

    private List<JsonNode> page(int number) {
        return client.list(ApiRequest.get(NAME, "/v1/tags")
                .with("size", LARGEST_PAGE)
                .with("page", number)
                .expecting(Expectation.array()));
    }

    @Override
    public long requests() {
        return client.requests();
    }
}
