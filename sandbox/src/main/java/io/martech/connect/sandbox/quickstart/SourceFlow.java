package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.adapter.SourceTable;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.RowComparison;
import io.martech.connect.sandbox.quickstart.streams.Source;
import io.martech.connect.sandbox.quickstart.topic.TopicFollower;
import io.martech.connect.sandbox.quickstart.view.Figures;
import io.martech.connect.sandbox.quickstart.view.ReadingProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A source at work. */
final class SourceFlow implements Flow {

    private static final String PROGRESS = "progress";

    /** Of a list, the part that was read last: with it, all parts were read since the poll before. */
    private static final Duration TO_READ_ALL_PARTS = Duration.ofSeconds(3);

    private final Source source;
    private final ConnectorFile connector;
    private final String bootstrapServers;
    private final TopicFollower follower;
    private final Map<SourceTable, Integer> rowsAtFirst = new LinkedHashMap<>();

    private SourceFlow(Source source, ConnectorFile connector, String bootstrapServers) {
        this.source = source;
        this.connector = connector;
        this.bootstrapServers = bootstrapServers;
        source.tables()
                .forEach(table -> rowsAtFirst.put(table, table.rows().get().size()));
        this.follower = TopicFollower.start(
                bootstrapServers,
                rowsAtFirst.keySet().stream().map(this::topicOf).toList(),
                connector.topicOf(PROGRESS));
    }

    /** Deploys the connector through the worker's REST interface. */
    static SourceFlow start(Source source, ConnectorFile connector, LocalStack stack) {
        SourceFlow flow = new SourceFlow(source, connector, stack.bootstrapServers());
        connector.deployTo(stack.connect());
        return flow;
    }

    @Override
    public ConnectorFile connector() {
        return connector;
    }

    @Override
    public List<Figures> figures() {
        return rowsAtFirst.keySet().stream()
                .map(table -> Figures.ofSource(
                        table.resource(),
                        topicOf(table),
                        follower.countOf(topicOf(table)),
                        follower.progressOf(table.resource()),
                        source.platform().requests(table.requests())))
                .toList();
    }

    @Override
    public boolean hasArrived() {
        return rowsAtFirst.entrySet().stream().allMatch(rows -> hasArrived(rows.getKey(), rows.getValue()));
    }

    /** A list, unlike a history, may be read in parts from the beginning, such as days. */
    private boolean hasArrived(SourceTable table, int rows) {
        ReadingProgress progress = follower.progressOf(table.resource());
        return progress.isPast(Instant.EPOCH) && (!progress.isOfList() || follower.countOf(topicOf(table)) >= rows);
    }

    @Override
    public boolean hasArrivedUntil(Instant end) {
        return rowsAtFirst.keySet().stream()
                .map(table -> follower.progressOf(table.resource()))
                .allMatch(progress -> progress.isPast(progress.isOfList() ? end.plus(TO_READ_ALL_PARTS) : end));
    }

    @Override
    public List<Comparison> compare() {
        return rowsAtFirst.keySet().stream()
                .map(table -> RowComparison.compare(
                        table.resource() + " -> " + topicOf(table),
                        table.keyFields(),
                        table.rows().get(),
                        TopicFollower.contentsOf(bootstrapServers, topicOf(table)).stream()
                                .map(record -> record.without(table.knownToTheConnectorOnly()))
                                .toList()))
                .toList();
    }

    @Override
    public void close() {
        follower.close();
    }

    private String topicOf(SourceTable table) {
        return connector.topicOf(table.resource());
    }
}
