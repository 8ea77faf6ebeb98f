package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.RowSchema;
import java.util.List;

/** Converts each row to one record of one topic. */
public record SchemaRecords(String topic, RowSchema schema) implements RowRecords {

    @Override
    public List<TopicRecord> of(JsonNode row) {
        return List.of(
                new TopicRecord(topic, schema.keySchema(), schema.key(row), schema.valueSchema(), schema.value(row)));
    }

    @Override
    public List<TopicRecord> ofDeleted(JsonNode row) {
        return List.of(new TopicRecord(topic, schema.keySchema(), schema.key(row), null, null));
    }
}
