package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.DeliveryComparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import java.util.List;
import java.util.Locale;

/** A topic of leads into Wukong's import: each must arrive, in order per person. What is imported is not among the leads read. */
final class WukongLeads implements Sink {

    /** No two records share it, and it does not say who somebody is. */
    private static final String NAME = "name";

    private static final String MOBILE = "mobile";
    private static final String EMAIL = "email";
    private static final String WECHAT = "wechat";
    private static final int PEOPLE = 250;

    private final SimulatedWukong wukong;

    WukongLeads(SimulatedWukong wukong) {
        this.wukong = wukong;
    }

    @Override
    public String connectorFile() {
        return "wukong-leads-sink.json";
    }

    @Override
    public SimulatedPlatform platform() {
        return wukong;
    }

    @Override
    public String name() {
        return "leads";
    }

    @Override
    public String requests() {
        return "import";
    }

    @Override
    public ObjectNode record(int number) {
        int person = number % PEOPLE;
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put(NAME, "访客 " + number);
        value.put(MOBILE, String.format(Locale.ROOT, "188%08d", person));
        value.put(EMAIL, "visitor" + person + "@example.com");
        value.put(WECHAT, "wx_visitor_" + person);
        return value;
    }

    /** A lead needs any field, so one that names nobody has none. */
    @Override
    public List<String> identityFields() {
        return List.of(MOBILE, EMAIL, WECHAT, NAME);
    }

    @Override
    public Comparison compare(String name, List<TopicRecord> records) {
        List<JsonNode> received = wukong.state().importedLeads().stream()
                .<JsonNode>map(lead -> {
                    ObjectNode fields = JsonNodeFactory.instance.objectNode();
                    lead.fields().forEach(fields::put);
                    return fields;
                })
                .toList();
        return new DeliveryComparison(NAME, MOBILE).compare(name, records, received);
    }
}
