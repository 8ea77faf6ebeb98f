package io.martech.connect.integration.sinks;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.ShippedConnectors;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import io.martech.connect.sandbox.linkflow.tag.ReceivedTagAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Linkflow as the tag values sink sees it: the number is a tag of a person whom the platform knows. */
final class LinkflowTagValuesDestination implements SinkDestination {

    private static final String TAG = "tag_number";

    private final SimulatedLinkflow linkflow = SimulatedLinkflow.start();

    private final Map<String, String> mode;
    private final String writes;

    private LinkflowTagValuesDestination(String writes, Map<String, String> mode) {
        this.writes = writes;
        this.mode = mode;
        linkflow.platform().tags().add(TAG, "number");
    }

    /** With a request for each person. */
    static LinkflowTagValuesDestination byPerson() {
        return new LinkflowTagValuesDestination("tags.value", Map.of());
    }

    /** With files of many people. */
    static LinkflowTagValuesDestination inFiles() {
        return new LinkflowTagValuesDestination(
                "tags.upload",
                Map.of("tags.write.mode", "files", "tags.file.confirmation", "accepted", "linger.ms", "50"));
    }

    @Override
    public List<String> people(int count) {
        return linkflow.platform().contacts().insert(count).stream()
                .map(contact ->
                        phoneOf(linkflow.platform().contacts().find(contact).orElseThrow()))
                .toList();
    }

    @Override
    public ConnectorSettings sink(String topic) {
        ConnectorSettings settings = ConnectorSettings.sink(ShippedConnectors.SINKS.get(1), linkflow.account(), topic)
                .with("identity.fields", SinkTopic.PHONE + ":mobilePhone")
                .with("tag.fields", SinkTopic.NUMBER + ":" + TAG);
        for (Map.Entry<String, String> key : mode.entrySet()) {
            settings = settings.with(key.getKey(), key.getValue());
        }
        return settings;
    }

    /** Files are written one at a time. */
    @Override
    public int mostRequestsAtOnce() {
        return mode.isEmpty() ? SinkDestination.super.mostRequestsAtOnce() : 1;
    }

    @Override
    public WrongSecret wrongSecret() {
        return new WrongSecret("linkflow.app.secret", "linkflow.app.secret");
    }

    @Override
    public Map<String, List<Integer>> numbersByPerson() {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        for (ReceivedTagAction action : linkflow.platform().tags().received()) {
            numbers.computeIfAbsent(action.identity().id(), person -> new ArrayList<>())
                    .add(Integer.valueOf(action.value()));
        }
        return numbers;
    }

    @Override
    public Map<String, Integer> state() {
        Map<String, Integer> state = new HashMap<>();
        linkflow.platform().tags().valuesByContact().forEach((contact, values) -> {
            if (values.containsKey(TAG)) {
                state.put(
                        phoneOf(linkflow.platform().contacts().find(contact).orElseThrow()),
                        Integer.valueOf(values.get(TAG)));
            }
        });
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
        return linkflow.server().requests().of(writes);
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

    private static String phoneOf(JsonNode contact) {
        return contact.path("mobilePhone").asText();
    }
}
