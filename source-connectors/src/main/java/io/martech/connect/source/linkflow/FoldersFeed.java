package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.util.List;

/** Folders of tags: {@code GET /open/folders}, chapter 获取标签目录列表. All of them in one answer. */
record FoldersFeed(RequestCounter client) implements ListFeed {

    static final String NAME = "folders";

    @Override
    public List<JsonNode> rows() {
        return client.list(ApiRequest.get(NAME, "/open/folders").expecting(Expectation.array()));
    }

    @Override
    public long requests() {
        return client.requests();
    }
}
