package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.StateComparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A topic of people into M1world's contacts: what was said last about each must stand, once. */
final class M1worldContacts implements Sink {

    private static final String EMAIL = "email";
    private static final String PHONE = "mobilePhone";
    private static final String GENDER = "gender";
    private static final List<String> TEXTS = List.of(EMAIL, PHONE, "fullName", "companyName", "city_zh");
    private static final List<String> CUSTOM_FIELDS = List.of("level", "points");
    private static final int PEOPLE = 250;
    private static final String[] CITIES = {"上海", "杭州", "成都"};
    private static final String[] LEVELS = {"silver", "gold", "platinum"};

    private final SimulatedM1world m1world;

    /** Adds the custom fields to the platform: the sink writes values of those that are there. */
    M1worldContacts(SimulatedM1world m1world) {
        this.m1world = m1world;
        CUSTOM_FIELDS.forEach(name -> m1world.state().addProperty(name, 1));
    }

    @Override
    public String connectorFile() {
        return "m1world-contacts-sink.json";
    }

    @Override
    public SimulatedPlatform platform() {
        return m1world;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public String requests() {
        return "contact.add";
    }

    @Override
    public ObjectNode record(int number) {
        int person = number % PEOPLE;
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put(EMAIL, emailOf(person));
        value.put(PHONE, String.format(Locale.ROOT, "187%08d", person));
        value.put("fullName", "潜客" + person);
        value.put(GENDER, person % 2 == 0 ? "female" : "male");
        value.put("companyName", "公司" + number % 7);
        value.put("city_zh", CITIES[number % CITIES.length]);
        value.put("level", LEVELS[number % LEVELS.length]);
        value.put("points", number * 10);
        return value;
    }

    @Override
    public List<String> identityFields() {
        return List.of(EMAIL, PHONE);
    }

    @Override
    public Comparison compare(String name, List<TopicRecord> records) {
        Map<String, JsonNode> held = new LinkedHashMap<>();
        M1worldPlatform platform = m1world.state();
        for (int person = 0; person < PEOPLE; person++) {
            for (JsonNode contact : platform.contacts().with(EMAIL, emailOf(person))) {
                JsonNode twin = held.put(emailOf(person), inTheFormOfTheTopic(contact));
                if (twin != null) {
                    held.put("another contact with " + emailOf(person), twin);
                }
            }
        }
        return StateComparison.compare(name, EMAIL, records, held);
    }

    private JsonNode inTheFormOfTheTopic(JsonNode contact) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        TEXTS.forEach(field -> state.set(field, contact.path(field)));
        state.put(GENDER, contact.path(GENDER).asBoolean() ? "male" : "female");
        m1world.state().contacts().propertiesOf(contact.get("id").longValue()).forEach(state::put);
        return state;
    }

    private static String emailOf(int person) {
        return "lead" + person + "@example.com";
    }
}
