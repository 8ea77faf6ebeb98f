package io.martech.connect.sandbox.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.quickstart.streams.Sink;
import io.martech.connect.sandbox.quickstart.streams.Source;
import io.martech.connect.sandbox.quickstart.streams.SourceTable;
import java.util.List;
import java.util.Map;

/** What is deployed: the files in {@code config/}, with {@code --break=lost-order} one of them with a flaw. */
final class Connectors {

    private final Project project;
    private final Source broken;

    private Connectors(Project project, Source broken) {
        this.project = project;
        this.broken = broken;
    }

    /** The files exactly as users deploy them. */
    static Connectors asTheyAre(Project project) {
        return new Connectors(project, null);
    }

    /** The same, but one source loses a row on its way. */
    static Connectors with(Source broken, Project project) {
        return new Connectors(project, broken);
    }

    ConnectorFile of(Source source) {
        ConnectorFile file = project.connector(source.connectorFile());
        return source.equals(broken) ? withoutOneRow(file, source.tables().get(0)) : file;
    }

    /** Kafka's own filter takes it out. */
    private static ConnectorFile withoutOneRow(ConnectorFile source, SourceTable table) {
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

    ConnectorFile of(Sink sink) {
        return project.connector(sink.connectorFile());
    }
}
