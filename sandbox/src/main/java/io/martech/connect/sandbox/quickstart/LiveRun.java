package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.quickstart.streams.Platform;
import io.martech.connect.sandbox.quickstart.streams.Source;
import io.martech.connect.sandbox.quickstart.view.View;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows what flows until it is stopped. */
final class LiveRun {
    private static final String ADDRESS = "  %-15s%s";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int FIRST_RECORDS = 1_000;

    private final PrintStream output;
    private final View view;

    LiveRun(PrintStream output, View view) {
        this.output = output;
        this.view = view;
    }

    /** Deploys the connectors and stays until the end. @return whether it ran until it was stopped, and nothing failed */
    boolean isGood(LocalStack stack, Connectors connectors, StopSignal stop) {
        try (PlatformLife life = PlatformLife.start(stack.streams().sources());
                Flows flows = Flows.start(stack, connectors, FIRST_RECORDS)) {
            addresses(stack, flows).forEach(output::println);
            flows.sinks().forEach(SinkFlow::goOn);
            do {
                look(flows, stop);
            } while (!stop.isGivenWithin(BETWEEN_LOOKS));
            view.leave();
            output.println("Stopping everything ...");
            return true;
        }
    }

    /** Ctrl-C reaches the worker as well, which may be gone before this process knows why. */
    private void look(Flows flows, StopSignal stop) {
        try {
            view.show(flows.figures());
            Optional<String> failure = flows.failure();
            if (failure.isPresent()) {
                throw new QuickstartException(failure.get());
            }
        } catch (RuntimeException failure) {
            if (!stop.isGivenWithin(BETWEEN_LOOKS)) {
                throw failure;
            }
        }
    }

    private static List<String> addresses(LocalStack stack, Flows flows) {
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
