package io.martech.connect.sink.linkflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Json;
import io.martech.connect.sink.engine.FakeTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** What becomes of records under a configuration. */
final class Mapped {

    static final long TIMESTAMP = 1_663_146_117_310L;

    private Mapped() {}

    static SinkRecord record(Object value) {
        return record(null, value);
    }

    static SinkRecord record(Object key, Object value) {
        return new SinkRecord(
                "people", 3, schemaOf(key), key, schemaOf(value), value, 42, TIMESTAMP, TimestampType.CREATE_TIME);
    }

    /** One of many records of a topic with one partition. */
    static SinkRecord recordAt(long offset, Object value) {
        return new SinkRecord(
                "people", 0, null, null, schemaOf(value), value, offset, TIMESTAMP, TimestampType.CREATE_TIME);
    }

    /** A map in the order of its entries, as key, value, key, value; values may be null. */
    static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    static MessagesOperation operation(Map<String, String> config) {
        return new MessagesOperationFactory(new LinkflowMessagesConfig(config), new FakeTime()).operation();
    }

    static LinkflowMessage message(Map<String, String> config, SinkRecord record) {
        return operation(config).map(record).orElseThrow().payload();
    }

    /** The request as it would be sent for these records. */
    static JsonNode request(Map<String, String> config, SinkRecord... records) {
        MessagesOperation operation = operation(config);
        List<LinkflowMessage> messages = Arrays.stream(records)
                .map(record -> operation.map(record).orElseThrow().payload())
                .toList();
        return sent(operation.request(messages).body());
    }

    static JsonNode data(Map<String, String> config, Object value) {
        return data(config, record(value));
    }

    static JsonNode data(Map<String, String> config, SinkRecord record) {
        return request(config, record).path("messages").path(0).path("data");
    }

    static JsonNode json(String text) {
        try {
            return Json.read(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    // As it goes over the wire, so that a number's digits are compared and not the class that holds them.
    private static JsonNode sent(JsonNode body) {
        try {
            return Json.read(Json.write(body));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static Schema schemaOf(Object value) {
        return value instanceof Struct struct ? struct.schema() : null;
    }
}
