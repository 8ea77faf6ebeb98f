package io.martech.connect.sink.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.Json;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.Outcome;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.operation.RecordSkippedException;
import io.martech.connect.sink.operation.SingleRequestOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Sends texts of the form {@code person/text}; {@code person+other/text} is about two. A text that begins with "unmappable"
 * cannot be sent, nor can "unforeseen", by a mistake in the mapping; "nothing" need not be sent, and in "skipped" nothing is found. What ends with "/impossible" turns out to be so just before it is sent, what ends
 * with "/refused" is refused alone by an answer that is a success.
 */
final class TextOperation implements SingleRequestOperation<String> {

    @Override
    public Optional<Message<String>> map(SinkRecord record) {
        String text = (String) record.value();
        if (text.startsWith("unmappable")) {
            throw new RecordRejectedException("identity.fields", "It names nobody.");
        }
        if (text.startsWith("unforeseen")) {
            throw new ArithmeticException("no 13800000000");
        }
        if (text.equals("skipped")) {
            throw new RecordSkippedException("None of the fields of tag.fields is in it.");
        }
        if (text.equals("nothing")) {
            return Optional.empty();
        }
        List<String> people = List.of(text.substring(0, text.indexOf('/')).split("\\+"));
        return Optional.of(new Message<>(people, Set.copyOf(people), text));
    }

    @Override
    public ApiRequest request(List<String> payloads) {
        ArrayNode body = Json.array();
        payloads.forEach(body::add);
        return ApiRequest.post("messages", "/messages", body);
    }

    @Override
    public Map<Integer, RecordRejectedException> impossible(List<String> payloads) {
        Map<Integer, RecordRejectedException> impossible = new HashMap<>();
        for (int index = 0; index < payloads.size(); index++) {
            if (payloads.get(index).endsWith("/impossible")) {
                impossible.put(index, new RecordRejectedException("unknown field", "Nobody knows a field of it."));
            }
        }
        return impossible;
    }

    @Override
    public List<Outcome> outcomes(List<String> payloads, ApiResponse answer) {
        return payloads.stream()
                .map(text -> text.endsWith("/refused")
                        ? Outcome.rejected(new RecordRejectedException("B00010", "It was refused alone."))
                        : Outcome.delivered())
                .toList();
    }

    @Override
    public Optional<String> wrongSetting(PlatformException refusal) {
        return "B-SETTING".equals(refusal.code()) ? Optional.of("Correct channel.key.") : Optional.empty();
    }
}
