package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.StateComparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import io.martech.connect.sandbox.linkflow.group.LinkflowGroups;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A topic of people who join and leave groups of Linkflow, which the sink creates: whether each is a member at last must be so. */
final class LinkflowGroupMembers implements Sink {

    private static final String SEGMENT = "segment";
    private static final String REMOVED = "removed";
    private static final int SEGMENTS = 4;

    /** No more in one group than may leave it at once before the source, which reads it too, takes that for a fault. */
    private static final int PEOPLE = SEGMENTS * 20;

    private final SimulatedLinkflow linkflow;
    private final LinkflowPeople people;

    LinkflowGroupMembers(SimulatedLinkflow linkflow) {
        this.linkflow = linkflow;
        this.people = LinkflowPeople.of(linkflow, PEOPLE);
    }

    @Override
    public String connectorFile() {
        return "linkflow-group-members-sink.json";
    }

    @Override
    public SimulatedPlatform platform() {
        return linkflow;
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public String requests() {
        return "groups.join";
    }

    /** Each person is in one segment or not; every third word about somebody is that he or she has left it. */
    @Override
    public ObjectNode record(int number) {
        int person = people.numberOf(number);
        ObjectNode value = people.identity(person);
        value.put(SEGMENT, segmentOf(person));
        value.put(REMOVED, number % 3 == 0);
        return value;
    }

    @Override
    public List<String> identityFields() {
        return LinkflowPeople.IDENTITY_FIELDS;
    }

    @Override
    public Comparison compare(String name, List<TopicRecord> records) {
        LinkflowGroups groups = linkflow.state().groups();
        Map<String, Map<Long, JsonNode>> membersBySegment = new LinkedHashMap<>();
        groups.byId()
                .forEach((id, group) -> membersBySegment.put(group.path("name").asText(), groups.membersOf(id)));
        Map<String, JsonNode> held = new LinkedHashMap<>();
        for (int person = 0; person < people.count(); person++) {
            Map<Long, JsonNode> members = membersBySegment.get(segmentOf(person));
            if (members != null) {
                ObjectNode state = people.identity(person);
                state.put(SEGMENT, segmentOf(person));
                state.put(REMOVED, !members.containsKey(people.contactId(person)));
                held.put(people.keyOf(person), state);
            }
        }
        return StateComparison.compare(name, LinkflowPeople.KEY, records, held);
    }

    private static String segmentOf(int person) {
        return "人群 " + person % SEGMENTS;
    }
}
