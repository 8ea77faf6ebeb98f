package io.martech.connect.integration.sinks;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.linkflow.group.LinkflowGroups;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Linkflow as the group members sink sees it: each number is a group, which the person joins. */
final class LinkflowGroupMembersDestination implements SinkDestination {

    private final SimulatedLinkflow linkflow = SimulatedLinkflow.start();

    @Override
    public List<String> people(int count) {
        return linkflow.platform().contacts().insert(count).stream()
                .map(contact -> linkflow.platform()
                        .contacts()
                        .find(contact)
                        .orElseThrow()
                        .path("mobilePhone")
                        .asText())
                .toList();
    }

    @Override
    public ConnectorSettings sink(String topic) {
        return ConnectorSettings.sink(
                        "io.martech.connect.sink.linkflow.LinkflowGroupMembersSinkConnector", linkflow.account(), topic)
                .with("identity.fields", SinkTopic.PHONE + ":mobilePhone")
                .with("group.name.field", SinkTopic.NUMBER)
                .with("groups.auto.create", "true");
    }

    @Override
    public WrongSecret wrongSecret() {
        return new WrongSecret("linkflow.app.secret", "linkflow.app.secret");
    }

    /** In the order of member ids, which grow. Who joins again what it is in already is not seen. */
    @Override
    public Map<String, List<Integer>> numbersByPerson() {
        LinkflowGroups groups = linkflow.platform().groups();
        TreeMap<Long, Map.Entry<String, Integer>> joined = new TreeMap<>();
        groups.byId().forEach((id, group) -> {
            for (JsonNode member : groups.membersOf(id).values()) {
                joined.put(
                        member.path("memberId").asLong(),
                        Map.entry(
                                member.path("contact").path("mobilePhone").asText(),
                                Integer.valueOf(group.path("name").asText())));
            }
        });
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        joined.values().forEach(each -> numbers.computeIfAbsent(each.getKey(), person -> new ArrayList<>())
                .add(each.getValue()));
        return numbers;
    }

    @Override
    public Map<String, Integer> state() {
        Map<String, Integer> state = new HashMap<>();
        numbersByPerson().forEach((person, numbers) -> state.put(person, Collections.max(numbers)));
        return state;
    }

    @Override
    public FaultPlan faults() {
        return linkflow.server().faults();
    }

    @Override
    public Fault unknownCode() {
        return LinkflowFault.UNKNOWN_CODE;
    }

    @Override
    public long writes() {
        return linkflow.server().requests().of("groups.create")
                + linkflow.server().requests().of("groups.join");
    }

    @Override
    public long conflictingWrites() {
        return linkflow.server().conflictingWrites();
    }

    @Override
    public void latency(Duration latency) {
        linkflow.platform().conditions().latency(latency);
    }

    @Override
    public void close() {
        linkflow.close();
    }
}
