package io.martech.connect.source.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.schema.TopicSchema;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A list of M1world that is read as a whole.
 *
 * @param name of the resource, and of its topic after the prefix
 * @param counters fields whose change is no change of the row
 * @param rows all rows, by calls and configuration
 * @param schema what its rows become
 */
record M1worldList(
        String name,
        Set<String> counters,
        BiFunction<M1worldCalls, M1worldSourceConfig, List<JsonNode>> rows,
        TopicSchema schema) {

    ListFeed feed(M1worldCalls calls, M1worldSourceConfig config) {
        return new ListFeed() {
            @Override
            public List<JsonNode> rows() {
                return rows.apply(calls, config);
            }

            @Override
            public JsonNode fingerprinted(JsonNode row) {
                return counters.isEmpty() ? row : ((ObjectNode) row.deepCopy()).remove(counters);
            }

            @Override
            public long requests() {
                return calls.requests();
            }
        };
    }
}
