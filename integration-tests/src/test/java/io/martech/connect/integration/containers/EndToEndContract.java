package io.martech.connect.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TopicReader;
import io.martech.connect.integration.sinks.EverySink;
import io.martech.connect.integration.sinks.SinkDestination;
import io.martech.connect.integration.sinks.SinkTopic;
import io.martech.connect.integration.sources.EverySource;
import io.martech.connect.integration.sources.SourcePlatform;
import io.martech.connect.integration.sources.SourceTopics;
import io.martech.connect.sandbox.http.WireFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What holds for every source and every sink, whatever the images: platforms answer with an error now and then, the worker is killed
 * in the middle, and in the end all rows are in the topics, and the last record of everyone is at its platform.
 */
final class EndToEndContract implements AutoCloseable {

    private static final WireFault FAULT = WireFault.SERVER_ERROR_WITH_TEXT;
    private static final double SHARE = 0.1;
    private static final int PEOPLE = 20;
    private static final int RECORDS_EACH = 10;

    private final ContainerCluster cluster;
    private final TopicReader reader;
    private final List<SourceTopics> sources = new ArrayList<>();
    private final List<Written> sinks = new ArrayList<>();

    EndToEndContract(ContainerCluster cluster) {
        this.cluster = cluster;
        this.reader = TopicReader.committed(cluster.bootstrapServers(), cluster.format());
    }

    void holds() {
        for (EverySource kind : EverySource.values()) {
            deploy(kind);
        }
        for (EverySink kind : EverySink.values()) {
            deploy(kind);
        }
        Patience.untilAsserted(() -> {
            assertThat(sources).allMatch(source -> sizeOf(source) > 0, "rows arrive");
            assertThat(sinks).allMatch(sink -> !sink.destination.state().isEmpty(), "records are delivered");
        });
        cluster.killWorker();
        sinks.forEach(sink -> sink.topic.write(sink.people, RECORDS_EACH, 2 * RECORDS_EACH));
        sources.forEach(source -> source.platform().change());
        cluster.startWorker();

        sources.forEach(SourceTopics::awaitEquality);
        sinks.forEach(Written::awaitTheLastOfEveryone);
        assertThat(cluster.connect().connectors()).hasSize(sources.size() + sinks.size());
        cluster.connect().connectors().forEach(name -> DeployedConnector.named(cluster.connect(), name)
                .awaitRunning());
    }

    private void deploy(EverySource kind) {
        String prefix = "source-" + name(kind);
        SourcePlatform platform = kind.start();
        sources.add(new SourceTopics(platform, prefix, reader));
        platform.insertHistory();
        platform.faults().inject(FAULT, SHARE);
        DeployedConnector.deploy(
                cluster.connect(),
                prefix,
                cluster.inContainer(platform.source(prefix).withoutTrial()));
    }

    private void deploy(EverySink kind) {
        String name = "sink-" + name(kind);
        SinkDestination destination = kind.start();
        SinkTopic topic = SinkTopic.create(cluster.bootstrapServers(), name, 2, cluster.format());
        sinks.add(new Written(destination, destination.people(PEOPLE), topic));
        destination.faults().inject(FAULT, SHARE);
        Written sink = sinks.get(sinks.size() - 1);
        topic.write(sink.people, 0, RECORDS_EACH);
        DeployedConnector.deploy(
                cluster.connect(),
                name,
                cluster.inContainer(destination.sink(name).withoutTrial()));
    }

    private int sizeOf(SourceTopics source) {
        return reader.bytes(
                        source.prefix() + "." + source.platform().rows().get(0).resource())
                .size();
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void close() {
        reader.close();
        sources.forEach(source -> source.platform().close());
        sinks.forEach(sink -> sink.destination.close());
    }

    private record Written(SinkDestination destination, List<String> people, SinkTopic topic) {

        void awaitTheLastOfEveryone() {
            Patience.untilAsserted(
                    () -> assertThat(new TreeSet<>(destination.state().values()))
                            .as(topic.name())
                            .containsExactly(2 * RECORDS_EACH - 1));
            assertThat(destination.state()).containsOnlyKeys(people);
            assertThat(destination.conflictingWrites()).isZero();
        }
    }
}
