package io.martech.connect.sandbox.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.quickstart.streams.SourceTable;
import java.util.List;
import java.util.Map;

/** What {@code --break} adds to a source: Kafka's own filter takes one row out of a topic. */
final class FaultInjection {

    private FaultInjection() {}

    static ConnectorFile in(ConnectorFile source, SourceTable table) {
        List<JsonNode> rows = List.copyOf(table.rows().get());
        String keyField = table.keyFields().get(0);
        return source.with(Map.of(
                "transforms",
                "break",
                "transforms.break.type",
                "org.apache.kafka.connect.transforms.Filter",
                "transforms.break.predicate",
                "isTheRow",
                "predicates",
                "isTheRow",
                "predicates.isTheRow.type",
                KeyIs.class.getName(),
                "predicates.isTheRow." + KeyIs.TOPIC,
                source.topicOf(table.resource()),
                "predicates.isTheRow." + KeyIs.FIELD,
                keyField,
                "predicates.isTheRow." + KeyIs.VALUE,
                rows.get(rows.size() / 4).path(keyField).asText()));
    }
}
