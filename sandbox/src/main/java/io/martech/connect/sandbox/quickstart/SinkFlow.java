package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.quickstart.streams.Sink;
import io.martech.connect.sandbox.quickstart.topic.TopicFollower;
import io.martech.connect.sandbox.quickstart.topic.TopicWriter;
import io.martech.connect.sandbox.quickstart.view.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** A sink at work, and the system that writes into its topic. */
final class SinkFlow implements Flow {

    private final Sink sink;
    private final ConnectorFile connector;
    private final String bootstrapServers;
    private final TopicWriter writer;
    private final TopicFollower follower;
    private final SettledRecords settled;

    private SinkFlow(Sink sink, ConnectorFile connector, String bootstrapServers) {
        this.sink = sink;
        this.connector = connector;
        this.bootstrapServers = bootstrapServers;
        this.writer = new TopicWriter(bootstrapServers, sink, topic());
        this.follower = TopicFollower.start(bootstrapServers, List.of(topic(), deadLetterTopic()), null);
        this.settled = new SettledRecords(bootstrapServers, connector.name());
    }

    /** Deploys the connector through the worker's REST interface, and writes the first records. Its topic must exist. */
    static SinkFlow start(Sink sink, ConnectorFile connector, LocalStack stack, int firstRecords) {
        SinkFlow flow = new SinkFlow(sink, connector, stack.bootstrapServers());
        connector.deployTo(stack.connect());
        flow.writer.write(firstRecords);
        return flow;
    }

    /** Lets records come until it is closed; the sink has to reject one in a hundred. */
    void goOn() {
        writer.goOn();
    }

    String topic() {
        return connector.value("topics");
    }

    String deadLetterTopic() {
        return connector.value("errors.deadletterqueue.topic.name");
    }

    @Override
    public ConnectorFile connector() {
        return connector;
    }

    @Override
    public List<Figures> figures() {
        long rejected = follower.countOf(deadLetterTopic());
        return List.of(Figures.ofSink(
                sink.name(),
                topic(),
                follower.countOf(topic()),
                sink.platform().requests(sink.requests()),
                Math.max(0, settled.count() - rejected),
                rejected));
    }

    @Override
    public boolean hasArrived() {
        return settled.count() >= writer.written();
    }

    @Override
    public boolean hasArrivedUntil(Instant end) {
        return hasArrived();
    }

    @Override
    public List<Comparison> compare() {
        return List.of(sink.comparison()
                .apply(topic() + " -> " + sink.name(), TopicFollower.contentsOf(bootstrapServers, topic())));
    }

    @Override
    public void close() {
        writer.close();
        follower.close();
        settled.close();
    }

    /** How many records of its topic a sink is done with, delivered or rejected: what it has committed. The topic begins at 0. */
    private static final class SettledRecords implements AutoCloseable {
        private final Admin admin;
        private final String group;

        /** @param connector its name, from which Connect makes the consumer group's */
        public SettledRecords(String bootstrapServers, String connector) {
            this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
            this.group = "connect-" + connector;
        }

        /** 0 while there is no such group. */
        public long count() {
            try {
                return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                        .mapToLong(OffsetAndMetadata::offset)
                        .sum();
            } catch (ExecutionException noSuchGroupOrBrokerGone) {
                return 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }

        @Override
        public void close() {
            admin.close();
        }
    }
}
