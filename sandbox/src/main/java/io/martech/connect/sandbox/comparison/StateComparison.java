package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what a sink's topic says last of each person with what the platform holds of them, for sinks of which only the last
 * word counts. Later fields are laid over earlier ones; a field that the platform has and no record names is no mistake.
 */
public final class StateComparison {

    private StateComparison() {}

    /**
     * Compares when nothing is under way any more.
     *
     * @param personField the field of a record's value that says whom it is about
     * @param records every record of the topic, in order within each partition; those of one person are in one partition
     * @param held what the platform holds, by person, under the names of the records' fields; only those that were written
     */
    public static Comparison compare(
            String name, String personField, List<TopicRecord> records, Map<String, JsonNode> held) {
        Map<String, ObjectNode> said = new LinkedHashMap<>();
        for (TopicRecord record : records) {
            said.computeIfAbsent(
                            record.value().path(personField).asText(), person -> JsonNodeFactory.instance.objectNode())
                    .setAll((ObjectNode) record.value());
        }
        List<String> missing = new ArrayList<>();
        List<String> different = new ArrayList<>();
        said.forEach((person, state) -> {
            JsonNode platform = held.get(person);
            if (platform == null) {
                missing.add(person);
            } else {
                difference(state, ExactJson.normal(platform)).ifPresent(text -> different.add(person + ": " + text));
            }
        });
        List<String> unexpected = held.keySet().stream()
                .filter(person -> !said.containsKey(person))
                .toList();
        return new Comparison(name, said.size(), missing, different, unexpected, List.of());
    }

    private static Optional<String> difference(JsonNode state, JsonNode platform) {
        return state.properties().stream()
                .filter(field -> !SameValue.isSame(platform.path(field.getKey()), field.getValue()))
                .map(field -> field.getKey() + " is " + field.getValue() + " in the topic and "
                        + platform.path(field.getKey()) + " on the platform")
                .findFirst();
    }
}
