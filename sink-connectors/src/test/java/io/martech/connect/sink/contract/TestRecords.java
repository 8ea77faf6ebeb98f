package io.martech.connect.sink.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records as a worker hands them to a task. */
public final class TestRecords {

    public static final long TIMESTAMP = 1_663_146_117_310L;

    private TestRecords() {}

    public static SinkRecord record(Object value) {
        return record(null, value);
    }

    public static SinkRecord record(Object key, Object value) {
        return new SinkRecord(
                "people", 3, schemaOf(key), key, schemaOf(value), value, 42, TIMESTAMP, TimestampType.CREATE_TIME);
    }

    /** One of many records of a topic with one partition. */
    public static SinkRecord recordAt(long offset, Object value) {
        return recordAt(offset, null, value);
    }

    public static SinkRecord recordAt(long offset, Object key, Object value) {
        return new SinkRecord(
                "people", 0, schemaOf(key), key, schemaOf(value), value, offset, TIMESTAMP, TimestampType.CREATE_TIME);
    }

    /** A map in the order of its entries, as key, value, key, value; values may be null. */
    public static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    /** JSON with single quotes for double ones. */
    public static JsonNode json(String text) {
        try {
            return Json.read(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static Schema schemaOf(Object value) {
        return value instanceof Struct struct ? struct.schema() : null;
    }
}
