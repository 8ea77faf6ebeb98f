package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.ConnectRestException;
import io.martech.connect.sandbox.linkflow.LinkflowServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The two connectors at work: what they have done so far, as seen from outside of them. */
final class Flow implements AutoCloseable {

    private static final int NOT_YET = 404;

    private final Landscape landscape;
    private final ConnectorFile source;
    private final ConnectorFile sink;
    private final TopicFollower follower;

    private Flow(Landscape landscape, ConnectorFile source, ConnectorFile sink) {
        this.landscape = landscape;
        this.source = source;
        this.sink = sink;
        List<String> topics = new ArrayList<>(resources().map(this::topicOf).toList());
        topics.addAll(List.of(sinkTopic(), deadLetterTopic()));
        this.follower = TopicFollower.start(landscape.bootstrapServers(), topics, topicOf("progress"));
    }

    /** Deploys both connectors through the worker's REST interface. The sink's topic must exist. */
    static Flow start(Landscape landscape, ConnectorFile source, ConnectorFile sink) {
        source.deployTo(landscape.connect());
        sink.deployTo(landscape.connect());
        return new Flow(landscape, source, sink);
    }

    /** What the source reads. */
    Stream<String> resources() {
        return source.values("resources").stream();
    }

    /** The topic of a resource. */
    String topicOf(String resource) {
        return source.value("topic.prefix") + "." + resource;
    }

    /** The topic that the sink reads. */
    String sinkTopic() {
        return sink.value("topics");
    }

    ReadingProgress progressOf(String resource) {
        return follower.progressOf(resource);
    }

    /** How many messages the platform has taken. */
    long delivered() {
        return landscape.linkflow().platform().receivedMessageCount();
    }

    List<Figures> figures() {
        return Stream.concat(resources().map(this::sourceFigures), Stream.of(sinkFigures()))
                .toList();
    }

    /** The first part or connector that has failed, as one sentence. */
    Optional<String> failure() {
        return landscape.deadPart().or(() -> Stream.of(source, sink)
                .map(ConnectorFile::name)
                .flatMap(name -> failureOf(name).stream())
                .findFirst());
    }

    @Override
    public void close() {
        follower.close();
    }

    private Optional<String> failureOf(String connector) {
        ConnectRestClient connect = landscape.connect();
        try {
            return Failure.of(connector, connect.status(connector))
                    .map(failure -> failure + " See the worker's log: " + landscape.workerLog());
        } catch (ConnectRestException e) {
            if (e.status() == NOT_YET) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Figures sourceFigures(String resource) {
        ReadingProgress progress = follower.progressOf(resource);
        return new Figures(
                resource,
                topicOf(resource),
                follower.countOf(topicOf(resource)),
                progress.completeUpTo(),
                progress.readUpTo(),
                requestsOf(resource),
                null,
                null);
    }

    private Figures sinkFigures() {
        return new Figures(
                "messages",
                sinkTopic(),
                follower.countOf(sinkTopic()),
                null,
                null,
                requestsOf("messages"),
                delivered(),
                follower.countOf(deadLetterTopic()));
    }

    private String deadLetterTopic() {
        return sink.value("errors.deadletterqueue.topic.name");
    }

    /** Requests to all endpoints of a resource: they are counted as orders.cursor, orders.window, and so on. */
    private long requestsOf(String resource) {
        LinkflowServer linkflow = landscape.linkflow();
        return linkflow.requests().all().entrySet().stream()
                .filter(count ->
                        count.getKey().equals(resource) || count.getKey().startsWith(resource + "."))
                .mapToLong(count -> count.getValue())
                .sum();
    }
}
