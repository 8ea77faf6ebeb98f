package io.martech.connect.integration.sinks;

import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Linkflow as the messages sink sees it: records become events, every one of which is kept. */
final class LinkflowMessagesDestination implements SinkDestination {

    private final SimulatedLinkflow linkflow = SimulatedLinkflow.start();

    @Override
    public List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(SinkTopic::phone).toList();
    }

    @Override
    public ConnectorSettings sink(String topic) {
        return linkflow.sink(topic, "event", SinkTopic.PHONE).with("event.name", "UDE_TEST");
    }

    @Override
    public WrongSecret wrongSecret() {
        return new WrongSecret("linkflow.app.secret", "linkflow.app.secret");
    }

    @Override
    public Map<String, List<Integer>> numbersByPerson() {
        return SinkTopic.numbersByPerson(linkflow.platform().receivedMessages());
    }

    @Override
    public Map<String, Integer> state() {
        Map<String, Integer> last = new HashMap<>();
        numbersByPerson().forEach((person, numbers) -> last.put(person, numbers.get(numbers.size() - 1)));
        return last;
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
        return linkflow.server().requests().of("messages");
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
