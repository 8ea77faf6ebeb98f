package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.kafka.connect.data.Schema;

/** How a row of a resource becomes records: which topics, which keys, which values. */
public interface RowRecords {

    /** The records of a row, in order; at least one. */
    List<TopicRecord> of(JsonNode row);

    /**
     * The records that say that a row is deleted, in order: a key without a value each; at least one.
     *
     * @param row nothing but the fields that the keys are made of
     */
    List<TopicRecord> ofDeleted(JsonNode row);

    /** A record without its place in the source. */
    record TopicRecord(String topic, Schema keySchema, Object key, Schema valueSchema, Object value) {}
}
