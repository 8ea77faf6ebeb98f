package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.quickstart.streams.Platform;
import io.martech.connect.sandbox.quickstart.streams.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where everything is, and what to try. */
final class Addresses {

    private static final String ADDRESS = "  %-15s%s";

    private Addresses() {}

    static List<String> of(LocalStack stack, Flows flows) {
        String connect = stack.connect().address();
        SourceFlow source = flows.sources().get(0);
        String connector = connect + "/connectors/" + source.connector().name();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(ADDRESS, "Kafka broker", stack.bootstrapServers()));
        lines.add(String.format(ADDRESS, "Kafka Connect", connect));
        for (Platform platform : stack.streams().platforms()) {
            lines.add(String.format(ADDRESS, platform.name(), platform.uri() + "   (simulated)"));
        }
        lines.add(String.format(ADDRESS, "Logs", stack.directory()));
        lines.addAll(List.of(
                "  Up to " + Source.CHANGES_PER_SECOND
                        + " rows a second change or appear at each platform that is read.",
                "",
                "  Try, in another terminal:",
                "    curl -s " + connector + "/status",
                "    curl -s " + connector + "/offsets",
                "    ls " + stack.directory() + "/worker/config   # what ${file:config/...} means in connectors here",
                "    java -cp 'sandbox/kafka-newest/target/libs/*' org.apache.kafka.tools.consumer.ConsoleConsumer"
                        + " --bootstrap-server " + stack.bootstrapServers() + " --topic "
                        + source.figures().get(0).topic() + " --max-messages 3",
                "",
                "  One record in a hundred of " + topics(flows, SinkFlow::topic)
                        + " says nothing about who it is about:",
                "  the sinks reject it, into " + topics(flows, SinkFlow::deadLetterTopic) + ".",
                "  Ctrl-C stops everything.",
                ""));
        return lines;
    }

    private static String topics(Flows flows, Function<SinkFlow, String> topic) {
        return flows.sinks().stream().map(topic).collect(Collectors.joining(", "));
    }
}
