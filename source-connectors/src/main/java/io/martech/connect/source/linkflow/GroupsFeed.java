package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.util.List;

/** Groups: {@code GET /open/groups}, chapter 查询群组. All of them in one answer; the document knows no pages. */
record GroupsFeed(RequestCounter client) implements ListFeed {

    static final String NAME = "groups";

    @Override
    public List<JsonNode> rows() {
        return client.list(ApiRequest.get(NAME, "/open/groups").expecting(Expectation.array()));
    }

    /** The same call takes an {@code id}. */
    @Override
    public boolean isStillThere(JsonNode key) {
        return !client.list(ApiRequest.get(NAME, "/open/groups")
                        .with("id", key.path("id").asText())
                        .expecting(Expectation.array()))
                .isEmpty();
    }

    @Override
    public long requests() {
        return client.requests();
    }
}
