package io.martech.connect.sandbox.quickstart;

import java.util.List;

/** Where everything is, and what to try. */
final class Addresses {

    private Addresses() {}

    static List<String> of(Landscape landscape, Flow flow, ConnectorFile source, ConnectorFile sink) {
        String connect = landscape.connect().address();
        return List.of(
                "",
                "  Kafka broker   " + landscape.bootstrapServers(),
                "  Kafka Connect  " + connect,
                "  Linkflow       " + landscape.linkflow().uri() + "   (simulated; " + RowChanges.UPDATES_PER_SECOND
                        + " updates a second)",
                "",
                "  Try, in another terminal:",
                "    curl -s " + connect + "/connectors/" + source.name() + "/status",
                "    curl -s " + connect + "/connectors/" + source.name() + "/offsets",
                "    java -cp 'sandbox/kafka-4.3/target/libs/*' org.apache.kafka.tools.consumer.ConsoleConsumer"
                        + " --bootstrap-server " + landscape.bootstrapServers() + " --topic " + flow.topicOf("orders")
                        + " --max-messages 3",
                "",
                "  One record in a hundred of " + flow.sinkTopic() + " says nothing about who it is about: the sink"
                        + " rejects it, into " + sink.value("errors.deadletterqueue.topic.name") + ".",
                "  Ctrl-C stops everything.",
                "");
    }
}
