package io.martech.connect.integration.sinks;

import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.sources.SimulatedWukong;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.wukong.ImportedLead;
import io.martech.connect.sandbox.wukong.WukongFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Wukong as its leads sink sees it: each record is imported, and the number is the name of the lead. */
final class WukongLeadsDestination implements SinkDestination {

    private static final String UID = "77";

    private final SimulatedWukong wukong = SimulatedWukong.start();

    WukongLeadsDestination() {
        wukong.platform().addList(UID, "线索");
    }

    @Override
    public List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(SinkTopic::phone).toList();
    }

    @Override
    public ConnectorSettings sink(String topic) {
        return ConnectorSettings.sink(
                        "io.martech.connect.sink.wukong.WukongLeadsSinkConnector", wukong.account(), topic)
                .with("wukong.uid", UID)
                .with("lead.fields", SinkTopic.PHONE + ":mobile," + SinkTopic.NUMBER + ":name");
    }

    @Override
    public WrongSecret wrongSecret() {
        return new WrongSecret("wukong.app.secret", "wukong.app.secret");
    }

    @Override
    public Map<String, List<Integer>> numbersByPerson() {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        for (ImportedLead lead : wukong.platform().importedLeads()) {
            numbers.computeIfAbsent(lead.fields().get("mobile"), person -> new ArrayList<>())
                    .add(Integer.valueOf(lead.fields().get("name")));
        }
        return numbers;
    }

    @Override
    public Map<String, Integer> state() {
        Map<String, Integer> last = new HashMap<>();
        numbersByPerson().forEach((person, numbers) -> last.put(person, numbers.get(numbers.size() - 1)));
        return last;
    }

    @Override
    public FaultPlan faults() {
        return wukong.server().faults();
    }

    @Override
    public Fault unknownCode() {
        return WukongFault.UNKNOWN_CODE;
    }

    @Override
    public long writes() {
        return wukong.server().requests().of("import");
    }

    @Override
    public long conflictingWrites() {
        return wukong.server().conflictingWrites();
    }

    @Override
    public void latency(Duration latency) {
        wukong.platform().conditions().latency(latency);
    }

    @Override
    public void close() {
        wukong.close();
    }
}
