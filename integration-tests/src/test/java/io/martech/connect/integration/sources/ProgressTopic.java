package io.martech.connect.integration.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.cluster.TopicReader;
import io.martech.connect.integration.cluster.TopicReader.JsonRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** What a source said about its own reading of one resource, in the order in which it said it. */
final class ProgressTopic {

    private final List<JsonNode> records;

    private ProgressTopic(List<JsonNode> records) {
        this.records = records;
    }

    /** What the topic of progress holds now of one resource. */
    static ProgressTopic read(TopicReader reader, String prefix, String resource) {
        return new ProgressTopic(reader.json(prefix + ".progress").stream()
                .map(JsonRecord::value)
                .filter(record -> record.path("resource").asText().equals(resource))
                .toList());
    }

    List<JsonNode> records() {
        return records;
    }

    /** How many windows were read. */
    long windows() {
        return records.stream()
                .filter(record -> record.path("phase").asText().equals("windows"))
                .count();
    }

    /** The last complete-up-to, or the beginning of time. */
    Instant completeUpTo() {
        return last("completeUpTo");
    }

    /** The last read-up-to, or the beginning of time. */
    Instant readUpTo() {
        return last("readUpTo");
    }

    private Instant last(String field) {
        return records.isEmpty()
                ? Instant.MIN
                : instant(records.get(records.size() - 1).path(field));
    }

    private static Instant instant(JsonNode time) {
        return time.isTextual() ? OffsetDateTime.parse(time.textValue()).toInstant() : Instant.MIN;
    }
}
