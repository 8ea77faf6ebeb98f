package io.martech.connect.sandbox.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.adapter.SourceTable;
import io.martech.connect.sandbox.quickstart.streams.Sink;
import io.martech.connect.sandbox.quickstart.streams.Source;
import java.util.List;
import java.util.Map;

/**
 * What is deployed: the files in {@code config/} exactly as users deploy them, with {@code --break=lost-order} one of them with a flaw.
 *
 * @param broken the source that loses a row on its way; null for none
 */
record Connectors(Project project, Source broken) {
    ConnectorFile of(Source source) {
        ConnectorFile file = project.connector(source.connectorFile());
        return source.equals(broken) ? withoutARow(file, source.tables().get(0)) : file;
    }

    ConnectorFile of(Sink sink) {
        return project.connector(sink.connectorFile());
    }

    /** Kafka's own filter takes one row out of a topic. */
    private static ConnectorFile withoutARow(ConnectorFile source, SourceTable table) {
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
