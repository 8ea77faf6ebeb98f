package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.DeliveryComparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import io.martech.connect.sandbox.linkflow.message.ReceivedMessage;
import java.util.List;
import java.util.Locale;

/** A topic of contacts into Linkflow, as messages: each must arrive, in order per person. */
final class LinkflowMessages implements Sink {

    /** No two records share it. */
    private static final String NUMBER = "recordNumber";

    private static final String PHONE = "mobilePhone";
    private static final String EMAIL = "email";
    private static final int PEOPLE = 250;
    private static final String[] CITIES = {"上海", "杭州", "成都"};
    private static final String[] LEVELS = {"silver", "gold", "platinum"};

    private final SimulatedLinkflow linkflow;

    LinkflowMessages(SimulatedLinkflow linkflow) {
        this.linkflow = linkflow;
    }

    @Override
    public String connectorFile() {
        return "linkflow-messages-sink.json";
    }

    @Override
    public SimulatedPlatform platform() {
        return linkflow;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public String requests() {
        return "messages";
    }

    @Override
    public ObjectNode record(int number) {
        int person = number % PEOPLE;
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put(PHONE, String.format(Locale.ROOT, "186%08d", person));
        value.put(EMAIL, "person" + person + "@example.com");
        value.put("name", "客户" + person);
        value.put("city", CITIES[number % CITIES.length]);
        value.put("level", LEVELS[number % LEVELS.length]);
        value.put("points", number * 10);
        value.put(NUMBER, number);
        return value;
    }

    @Override
    public List<String> identityFields() {
        return List.of(PHONE, EMAIL);
    }

    @Override
    public Comparison compare(String name, List<TopicRecord> records) {
        return new DeliveryComparison(NUMBER, PHONE)
                .compare(
                        name,
                        records,
                        linkflow.state().receivedMessages().stream()
                                .map(ReceivedMessage::data)
                                .toList());
    }
}
