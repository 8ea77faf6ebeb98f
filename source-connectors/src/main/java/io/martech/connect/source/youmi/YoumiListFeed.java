package io.martech.connect.source.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.strategy.ListFeed;
import java.util.ArrayList;
import java.util.List;

/** Reads one list: all its answers, or none if one of them fails. */
final class YoumiListFeed implements ListFeed {

    private final RequestCounter client;
    private final YoumiList list;
    private final List<ApiRequest> requests;
    private final List<String> counters;

    /** @param counters fields whose change alone is no change of the row */
    YoumiListFeed(RequestCounter client, YoumiList list, YoumiSourceConfig config) {
        this.client = client;
        this.list = list;
        this.requests = list.requests().apply(config);
        this.counters = config.counters();
    }

    @Override
    public List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        for (ApiRequest request : requests) {
            client.list(request).forEach(row -> rows.add(TextArrays.unpackedIn(row, list.textArrays())));
        }
        return rows;
    }

    @Override
    public JsonNode fingerprinted(JsonNode row) {
        return row.isObject() ? ((ObjectNode) row.deepCopy()).remove(counters) : row;
    }

    @Override
    public boolean isStillThere(JsonNode key) {
        return list.alone() != null
                && client.list(list.alone().apply(key)).stream().anyMatch(row -> hasKey(row, key));
    }

    private static boolean hasKey(JsonNode row, JsonNode key) {
        return key.properties().stream().allMatch(field -> row.path(field.getKey())
                .asText()
                .equals(field.getValue().asText()));
    }

    @Override
    public long requests() {
        return client.requests();
    }
}
