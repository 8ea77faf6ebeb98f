package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.StateComparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A topic of tag values into Linkflow, about contacts that it knows: the last value of each tag must stand. */
final class LinkflowTagValues implements Sink {

    private static final int PEOPLE = 250;
    private static final String[] LEVELS = {"silver", "gold", "platinum"};
    private static final Map<String, String> DATA_TYPES =
            Map.of("tag_level", "text", "tag_points", "number", "tag_subscribed", "boolean", "tag_interests", "array");

    private final SimulatedLinkflow linkflow;
    private final LinkflowPeople people;

    /** Adds the tags to the platform: the sink writes values of those that are there. */
    LinkflowTagValues(SimulatedLinkflow linkflow) {
        this.linkflow = linkflow;
        this.people = LinkflowPeople.of(linkflow, PEOPLE);
        DATA_TYPES.forEach(linkflow.state().tags()::add);
    }

    @Override
    public String connectorFile() {
        return "linkflow-tag-values-sink.json";
    }

    @Override
    public SimulatedPlatform platform() {
        return linkflow;
    }

    @Override
    public String name() {
        return "tag values";
    }

    @Override
    public String requests() {
        return "tags.value";
    }

    @Override
    public ObjectNode record(int number) {
        ObjectNode value = people.identity(people.numberOf(number));
        value.put("tag_level", LEVELS[number % LEVELS.length]);
        value.put("tag_points", number * 10);
        value.put("tag_subscribed", number % 4 != 0);
        value.putArray("tag_interests").add("手机").add("topic " + number % 7);
        return value;
    }

    @Override
    public List<String> identityFields() {
        return LinkflowPeople.IDENTITY_FIELDS;
    }

    @Override
    public Comparison compare(String name, List<TopicRecord> records) {
        Map<String, JsonNode> held = new LinkedHashMap<>();
        LinkflowTags tags = linkflow.state().tags();
        for (int person = 0; person < people.count(); person++) {
            Map<String, String> values = tags.valuesOf(people.contactId(person));
            if (!values.isEmpty()) {
                ObjectNode state = people.identity(person);
                values.forEach((tag, text) -> state.set(tag, inTheFormOfTheTopic(tag, text)));
                held.put(people.keyOf(person), state);
            }
        }
        return StateComparison.compare(name, LinkflowPeople.KEY, records, held);
    }

    /** The platform holds texts, several of them joined by commas. */
    private static JsonNode inTheFormOfTheTopic(String tag, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (DATA_TYPES.get(tag)) {
            case "boolean" -> json.booleanNode(Boolean.parseBoolean(text));
            case "array" -> {
                var values = json.arrayNode();
                List.of(text.split(",")).forEach(values::add);
                yield values;
            }
            default -> json.textNode(text);
        };
    }
}
