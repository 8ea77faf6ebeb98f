package io.martech.connect.sink.linkflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Json;
import io.martech.connect.sink.contract.TestRecords;
import io.martech.connect.sink.engine.FakeTime;
import io.martech.connect.sink.linkflow.message.LinkflowMessage;
import io.martech.connect.sink.linkflow.message.LinkflowMessagesOptions;
import io.martech.connect.sink.linkflow.message.MessagesOperation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/** What becomes of records under a configuration. */
public final class Mapped {

    private Mapped() {}

    public static MessagesOperation operation(Map<String, String> config) {
        return new LinkflowMessagesOptions(config).operation(new FakeTime());
    }

    public static LinkflowMessage message(Map<String, String> config, SinkRecord record) {
        return operation(config).map(record).orElseThrow().payload();
    }

    /** The request as it would be sent for these records. */
    public static JsonNode request(Map<String, String> config, SinkRecord... records) {
        MessagesOperation operation = operation(config);
        List<LinkflowMessage> messages = Arrays.stream(records)
                .map(record -> operation.map(record).orElseThrow().payload())
                .toList();
        return sent(operation.request(messages).body());
    }

    public static JsonNode data(Map<String, String> config, Object value) {
        return data(config, TestRecords.record(value));
    }

    public static JsonNode data(Map<String, String> config, SinkRecord record) {
        return request(config, record).path("messages").path(0).path("data");
    }

    // As it goes over the wire, so that a number's digits are compared and not the class that holds them.
    private static JsonNode sent(JsonNode body) {
        try {
            return Json.read(Json.write(body));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
