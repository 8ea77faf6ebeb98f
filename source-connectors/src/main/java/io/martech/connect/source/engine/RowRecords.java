package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.kafka.connect.data.Schema;

/** Converts the rows of a resource to records: topics, keys and values. */
public interface RowRecords {

    /** The records of a row, in order; at least one. */
    List<TopicRecord> of(JsonNode row);

    /**
     * The tombstones for a deleted row, in order; at least one.
     *
     * @param row holds only the fields that the keys consist of
     */
    List<TopicRecord> ofDeleted(JsonNode row);

    /** A record without source partition and offset. */
    record TopicRecord(String topic, Schema keySchema, Object key, Schema valueSchema, Object value) {}
}
