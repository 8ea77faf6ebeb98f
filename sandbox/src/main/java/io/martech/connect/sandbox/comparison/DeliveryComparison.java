package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the records of a sink's topic with the messages that the platform received.
 *
 * <p>Each record carries a number of its own. It must have arrived at least once, with every field of its value under the same name,
 * or under that name in {@code props}. The records of one person must have arrived, each for the first time, in the order of the
 * topic; a repetition after a crash is no mistake.
 */
public final class DeliveryComparison {

    private final String numberField;
    private final String personField;

    /**
     * @param numberField the field of a record's value that no two records share
     * @param personField the field of a record's value that says whom it is about
     */
    public DeliveryComparison(String numberField, String personField) {
        this.numberField = numberField;
        this.personField = personField;
    }

    /**
     * Compares when nothing is under way any more.
     *
     * @param records every record of the topic, in order within each partition
     * @param received the {@code data} of every message, in the order in which the platform applied them
     */
    public Comparison compare(String name, List<TopicRecord> records, List<JsonNode> received) {
        Map<String, JsonNode> firstReceived = new LinkedHashMap<>();
        received.stream().map(ExactJson::normal).forEach(data -> firstReceived.putIfAbsent(numberOf(data), data));
        List<String> missing = new ArrayList<>();
        List<String> different = new ArrayList<>();
        Map<String, JsonNode> sent = new LinkedHashMap<>();
        for (TopicRecord record : records) {
            String number = numberOf(record.value());
            sent.put(number, record.value());
            JsonNode data = firstReceived.get(number);
            if (data == null) {
                missing.add(number);
            } else {
                difference(record.value(), data).ifPresent(text -> different.add(number + ": " + text));
            }
        }
        List<String> unexpected = firstReceived.keySet().stream()
                .filter(number -> !sent.containsKey(number))
                .toList();
        return new Comparison(
                name, records.size(), missing, different, unexpected, outOfOrder(sent, firstReceived.values()));
    }

    private List<String> outOfOrder(Map<String, JsonNode> sent, Iterable<JsonNode> received) {
        Map<String, List<String>> receivedByPerson = numbersByPerson(received);
        List<String> outOfOrder = new ArrayList<>();
        numbersByPerson(sent.values()).forEach((person, numbers) -> {
            List<String> arrived = receivedByPerson.getOrDefault(person, List.of());
            List<String> due = numbers.stream().filter(arrived::contains).toList();
            List<String> inOrder = arrived.stream().filter(due::contains).toList();
            if (!inOrder.equals(due)) {
                outOfOrder.add(person + ": sent " + due + ", arrived " + inOrder);
            }
        });
        return outOfOrder;
    }

    private Map<String, List<String>> numbersByPerson(Iterable<JsonNode> values) {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        for (JsonNode value : values) {
            numbers.computeIfAbsent(field(value, personField).asText(), person -> new ArrayList<>())
                    .add(numberOf(value));
        }
        return numbers;
    }

    private static Optional<String> difference(JsonNode record, JsonNode data) {
        return record.properties().stream()
                .filter(field -> !SameValue.isSame(field.getValue(), field(data, field.getKey())))
                .map(field -> field.getKey() + " is " + field.getValue() + " in the topic and "
                        + field(data, field.getKey()) + " on the platform")
                .findFirst();
    }

    private String numberOf(JsonNode value) {
        return field(value, numberField).asText();
    }

    private static JsonNode field(JsonNode value, String name) {
        return value.has(name) ? value.get(name) : value.path("props").path(name);
    }
}
