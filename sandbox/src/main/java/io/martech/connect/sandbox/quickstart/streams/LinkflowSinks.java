package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.DeliveryComparison;
import io.martech.connect.sandbox.comparison.StateComparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.group.LinkflowGroups;
import io.martech.connect.sandbox.linkflow.message.ReceivedMessage;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Topics of other systems of the user's into Linkflow. */
final class LinkflowSinks {
    private static final String PHONE = "mobilePhone";
    private static final String EMAIL = "email";
    private static final int PEOPLE = 250;
    private static final String[] LEVELS = {"silver", "gold", "platinum"};

    private static final String[] CITIES = {"上海", "杭州", "成都"};
    /** No two messages share it. */
    private static final String NUMBER = "recordNumber";

    private static final Map<String, String> TAG_DATA_TYPES =
            Map.of("tag_level", "text", "tag_points", "number", "tag_subscribed", "boolean", "tag_interests", "array");

    private static final String SEGMENT = "segment";
    private static final String REMOVED = "removed";
    private static final int SEGMENTS = 4;
    /** No more in one group than may leave it at once before the source, which reads it too, takes that for a fault. */
    private static final int PEOPLE_IN_SEGMENTS = SEGMENTS * 20;

    private static final String TABLE = "products";
    private static final String ID = "id";
    private static final int PRODUCTS = 250;
    private static final String[] COLOURS = {"红色", "蓝色", "白色"};

    private final Platform platform;
    private final LinkflowPlatform state;
    /** Contacts that the platform knows, its oldest ones. */
    private final List<JsonNode> contacts;

    /** Adds tags and a table to the platform: the sinks write values of those that are there. */
    LinkflowSinks(LinkflowStreams linkflow) {
        this.platform = linkflow.platform();
        this.state = linkflow.state();
        this.contacts = state.contacts().ids().stream()
                .limit(PEOPLE)
                .map(id -> state.contacts().find(id).orElseThrow())
                .toList();
        TAG_DATA_TYPES.forEach(state.tags()::add);
        state.dimensions().add(TABLE, ID);
    }

    /** Contacts as messages: each must arrive, in order per person. */
    Sink messages() {
        return new Sink(
                "linkflow-messages-sink.json",
                platform,
                "messages",
                "messages",
                List.of(PHONE, EMAIL),
                LinkflowSinks::message,
                (name, records) -> new DeliveryComparison(NUMBER, PHONE)
                        .compare(
                                name,
                                records,
                                state.receivedMessages().stream()
                                        .map(ReceivedMessage::data)
                                        .toList()));
    }

    private static ObjectNode message(int number) {
        int person = number % PEOPLE;
        return JsonText.object()
                .put(PHONE, String.format(Locale.ROOT, "186%08d", person))
                .put(EMAIL, "person" + person + "@example.com")
                .put("name", "客户" + person)
                .put("city", CITIES[number % CITIES.length])
                .put("level", LEVELS[number % LEVELS.length])
                .put("points", number * 10)
                .put(NUMBER, number);
    }

    /** Tag values of contacts that the platform knows: the last value of each tag must stand. */
    Sink tagValues() {
        return new Sink(
                "linkflow-tag-values-sink.json",
                platform,
                "tag values",
                "tags.value",
                List.of(PHONE, EMAIL),
                this::values,
                this::compareTagValues);
    }

    private ObjectNode values(int number) {
        ObjectNode value = identity(number % PEOPLE);
        value.put("tag_level", LEVELS[number % LEVELS.length]);
        value.put("tag_points", number * 10);
        value.put("tag_subscribed", number % 4 != 0);
        value.putArray("tag_interests").add("手机").add("topic " + number % 7);
        return value;
    }

    private Comparison compareTagValues(String name, List<TopicRecord> records) {
        Map<String, JsonNode> held = new LinkedHashMap<>();
        for (int person = 0; person < PEOPLE; person++) {
            Map<String, String> values = state.tags().valuesOf(contactId(person));
            if (!values.isEmpty()) {
                ObjectNode known = identity(person);
                values.forEach((tag, text) -> known.set(tag, inTheFormOfTheTopic(tag, text)));
                held.put(known.get(PHONE).textValue(), known);
            }
        }
        return StateComparison.compare(name, PHONE, records, held);
    }

    /** The platform holds texts, several of them joined by commas. */
    private static JsonNode inTheFormOfTheTopic(String tag, String text) {
        return switch (TAG_DATA_TYPES.get(tag)) {
            case "boolean" -> BooleanNode.valueOf(Boolean.parseBoolean(text));
            case "array" -> {
                ArrayNode values = JsonText.array();
                List.of(text.split(",")).forEach(values::add);
                yield values;
            }
            default -> TextNode.valueOf(text);
        };
    }

    /** People who join and leave groups, which the sink creates: whether each is a member at last must be so. */
    Sink groupMembers() {
        return new Sink(
                "linkflow-group-members-sink.json",
                platform,
                "members",
                "groups.join",
                List.of(PHONE, EMAIL),
                this::membership,
                this::compareMembers);
    }

    /** Each person is in one segment or not; every third word about somebody is that he or she has left it. */
    private ObjectNode membership(int number) {
        int person = number % PEOPLE_IN_SEGMENTS;
        return identity(person).put(SEGMENT, segmentOf(person)).put(REMOVED, number % 3 == 0);
    }

    private Comparison compareMembers(String name, List<TopicRecord> records) {
        LinkflowGroups groups = state.groups();
        Map<String, Map<Long, JsonNode>> membersBySegment = new LinkedHashMap<>();
        groups.byId()
                .forEach((id, group) -> membersBySegment.put(group.path("name").asText(), groups.membersOf(id)));
        Map<String, JsonNode> held = new LinkedHashMap<>();
        for (int person = 0; person < PEOPLE_IN_SEGMENTS; person++) {
            Map<Long, JsonNode> members = membersBySegment.get(segmentOf(person));
            if (members != null) {
                ObjectNode known = identity(person)
                        .put(SEGMENT, segmentOf(person))
                        .put(REMOVED, !members.containsKey(contactId(person)));
                held.put(known.get(PHONE).textValue(), known);
            }
        }
        return StateComparison.compare(name, PHONE, records, held);
    }

    private static String segmentOf(int person) {
        return "人群 " + person % SEGMENTS;
    }

    /** Products into a dimension table, which no call creates: what was said last of each must stand. */
    Sink dimensionRows() {
        return new Sink(
                "linkflow-dimensions-sink.json",
                platform,
                "rows",
                "dim.data",
                List.of(ID),
                LinkflowSinks::product,
                (name, records) -> {
                    Map<String, JsonNode> held = new LinkedHashMap<>();
                    state.dimensions().rows(TABLE).forEach((key, row) -> held.put(key.get(0), row));
                    return StateComparison.compare(name, ID, records, held);
                });
    }

    private static ObjectNode product(int number) {
        int product = number % PRODUCTS;
        return JsonText.object()
                .put(ID, "p" + product)
                .put("name", "商品 " + product)
                .put("colour", COLOURS[number % COLOURS.length])
                .put("price", BigDecimal.valueOf(number, 2))
                .put("stock", number);
    }

    private long contactId(int person) {
        return contacts.get(person).get("id").longValue();
    }

    /** The fields that say who it is, and no others yet. */
    private ObjectNode identity(int person) {
        ObjectNode value = JsonText.object();
        List.of(PHONE, EMAIL)
                .forEach(field -> value.set(field, contacts.get(person).get(field)));
        return value;
    }
}
