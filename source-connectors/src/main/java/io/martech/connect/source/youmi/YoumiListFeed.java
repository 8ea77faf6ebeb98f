package io.martech.connect.source.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one list: all its answers, or none if one of them fails. */
final class YoumiListFeed implements ListFeed {

    private static final Logger log = LoggerFactory.getLogger(YoumiListFeed.class);

    private final RequestCounter client;
    private final YoumiList list;
    private final List<ApiRequest> requests;
    private final List<String> counters;

    /** Of the last reading. */
    private boolean hadAnEmptyAnswer;

    private boolean hasWarned;

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
        hadAnEmptyAnswer = false;
        hasWarned = false;
        for (ApiRequest request : requests) {
            List<JsonNode> answer = client.list(request);
            hadAnEmptyAnswer |= answer.isEmpty();
            answer.forEach(row -> rows.add(TextArrays.unpackedIn(row, list.textArrays())));
        }
        return rows;
    }

    @Override
    public JsonNode fingerprinted(JsonNode row) {
        return row.isObject() ? ((ObjectNode) row.deepCopy()).remove(counters) : row;
    }

    /** An empty answer may be a lost permission, for one kind of rows as for all. */
    @Override
    public boolean isStillThere(JsonNode key) {
        if (requests.size() > 1 && hadAnEmptyAnswer) {
            warnOfAnEmptyAnswer();
            return true;
        }
        return list.alone() != null
                && client.list(list.alone().apply(key)).stream().anyMatch(row -> hasKey(row, key));
    }

    private void warnOfAnEmptyAnswer() {
        if (!hasWarned) {
            hasWarned = true;
            client.countWarning();
            log.warn(
                    "{}: rows are missing, and one of {} answers is empty, which may be a lost permission: none is told as"
                            + " deleted. If there are truly none of that kind, take it out of {}.",
                    list.name(),
                    requests.size(),
                    YoumiSourceConfig.ACCOUNT_KINDS);
        }
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
