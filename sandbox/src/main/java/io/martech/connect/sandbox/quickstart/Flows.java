package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.ConnectRestException;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.quickstart.streams.Sink;
import io.martech.connect.sandbox.quickstart.streams.Source;
import io.martech.connect.sandbox.quickstart.view.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All connectors at work. */
final class Flows implements AutoCloseable {

    private static final int NOT_YET = 404;

    private final LocalStack stack;
    private final List<SourceFlow> sources = new ArrayList<>();
    private final List<SinkFlow> sinks = new ArrayList<>();
    private final List<Flow> all = new ArrayList<>();

    private Flows(LocalStack stack) {
        this.stack = stack;
    }

    /**
     * Deploys every connector. The sinks' topics are created before.
     *
     * @param firstRecords how many records each sink's topic begins with
     */
    static Flows start(LocalStack stack, Connectors connectors, int firstRecords) {
        Flows flows = new Flows(stack);
        try {
            flows.deploy(connectors, firstRecords);
            return flows;
        } catch (RuntimeException e) {
            flows.close();
            throw e;
        }
    }

    private void deploy(Connectors connectors, int firstRecords) {
        for (Source source : stack.streams().sources()) {
            sources.add(SourceFlow.start(source, connectors.of(source), stack));
            all.add(sources.get(sources.size() - 1));
        }
        for (Sink sink : stack.streams().sinks()) {
            ConnectorFile connector = connectors.of(sink);
            stack.createTopic(connector.value("topics"));
            sinks.add(SinkFlow.start(sink, connector, stack, firstRecords));
            all.add(sinks.get(sinks.size() - 1));
        }
    }

    List<SourceFlow> sources() {
        return sources;
    }

    List<SinkFlow> sinks() {
        return sinks;
    }

    List<Figures> figures() {
        return all.stream().flatMap(flow -> flow.figures().stream()).toList();
    }

    boolean haveArrived() {
        return all.stream().allMatch(Flow::hasArrived);
    }

    boolean haveArrivedUntil(Instant end) {
        return all.stream().allMatch(flow -> flow.hasArrivedUntil(end));
    }

    List<Comparison> compare() {
        return all.stream().flatMap(flow -> flow.compare().stream()).toList();
    }

    /** The first part or connector that has failed, as one sentence. */
    Optional<String> failure() {
        return stack.deadPart().or(() -> all.stream()
                .map(flow -> flow.connector().name())
                .flatMap(name -> failureOf(name).stream())
                .findFirst());
    }

    @Override
    public void close() {
        all.forEach(Flow::close);
    }

    private Optional<String> failureOf(String connector) {
        ConnectRestClient connect = stack.connect();
        try {
            return Failure.of(connector, connect.status(connector))
                    .map(failure -> failure + " See the worker's log: " + stack.workerLog());
        } catch (ConnectRestException e) {
            if (e.status() == NOT_YET) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
