package io.martech.connect.integration.sinks;

import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Linkflow as the dimensions sink sees it: each person is a row of a table. */
final class LinkflowDimensionsDestination implements SinkDestination {

    private static final String TABLE = "people";

    private final SimulatedLinkflow linkflow = SimulatedLinkflow.start();

    LinkflowDimensionsDestination() {
        linkflow.platform().dimensions().add(TABLE, SinkTopic.PHONE);
    }

    @Override
    public List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(SinkTopic::phone).toList();
    }

    @Override
    public ConnectorSettings sink(String topic) {
        return ConnectorSettings.sink(
                        "io.martech.connect.sink.linkflow.LinkflowDimensionsSinkConnector", linkflow.account(), topic)
                .with("dimension.alias", TABLE)
                .with("dimension.key.columns", SinkTopic.PHONE);
    }

    @Override
    public WrongSecret wrongSecret() {
        return new WrongSecret("linkflow.app.secret", "linkflow.app.secret");
    }

    @Override
    public Map<String, List<Integer>> numbersByPerson() {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        linkflow.platform()
                .dimensions()
                .uploads(TABLE)
                .forEach(rows -> rows.forEach(
                        row -> numbers.computeIfAbsent(row.path(SinkTopic.PHONE).asText(), person -> new ArrayList<>())
                                .add(row.path(SinkTopic.NUMBER).intValue())));
        return numbers;
    }

    @Override
    public Map<String, Integer> state() {
        Map<String, Integer> state = new HashMap<>();
        linkflow.platform()
                .dimensions()
                .rows(TABLE)
                .forEach((key, row) ->
                        state.put(key.get(0), row.path(SinkTopic.NUMBER).intValue()));
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
        return linkflow.server().requests().of("dim.data");
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
