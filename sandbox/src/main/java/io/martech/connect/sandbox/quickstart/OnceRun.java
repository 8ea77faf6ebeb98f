package io.martech.connect.sandbox.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.DeliveryComparison;
import io.martech.connect.sandbox.comparison.RowComparison;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.ReceivedMessage;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BooleanSupplier;

/** Lets everything arrive while rows change, lets the changes end, and compares both ends. */
final class OnceRun implements Run {

    private static final int RECORDS_FOR_THE_SINK = 1_000;
    private static final int UPDATES_AT_LEAST = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final PrintStream output;
    private final View view;

    OnceRun(PrintStream output, View view) {
        this.output = output;
        this.view = view;
    }

    /** @return whether the topics hold what the platform holds, and the platform received what the sink's topic holds */
    @Override
    public boolean isGood(Landscape landscape, ConnectorFile source, ConnectorFile sink, StopSignal stop) {
        LinkflowPlatform platform = landscape.linkflow().platform();
        Instant deadline = Instant.now().plus(PATIENCE);
        try (CrmContacts crm = new CrmContacts(landscape.bootstrapServers(), sink.value("topics"));
                RowChanges changes = RowChanges.start(platform);
                Flow flow = Flow.start(landscape, source, sink)) {
            crm.write(RECORDS_FOR_THE_SINK);
            await(
                    () -> flow.delivered() >= RECORDS_FOR_THE_SINK
                            && changes.updates() >= UPDATES_AT_LEAST
                            && flow.resources().allMatch(resource -> flow.progressOf(resource)
                                    .isPast(Instant.EPOCH)),
                    flow,
                    stop,
                    deadline);
            changes.close();
            Map<String, NavigableMap<Long, JsonNode>> rows =
                    Map.of("orders", platform.ordersById(), "contacts", platform.contactsById());
            view.leave();
            output.println("  " + changes.updates() + " updates were made; nothing changes any more.");
            await(
                    () -> flow.resources().allMatch(resource -> flow.progressOf(resource)
                            .isPast(NewestChange.in(rows.get(resource).values()))),
                    flow,
                    stop,
                    deadline);
            view.leave();
            return !stop.isGiven() && isEqual(landscape, flow, rows);
        }
    }

    private void await(BooleanSupplier condition, Flow flow, StopSignal stop, Instant deadline) {
        while (!condition.getAsBoolean() && !stop.isGivenWithin(BETWEEN_LOOKS)) {
            view.show(flow.figures());
            flow.failure().filter(failure -> !stop.isGiven()).ifPresent(failure -> {
                throw new QuickstartException(failure);
            });
            if (Instant.now().isAfter(deadline)) {
                output.println("  Not everything had arrived after " + PATIENCE.toSeconds() + " s.");
                return;
            }
        }
    }

    private boolean isEqual(Landscape landscape, Flow flow, Map<String, NavigableMap<Long, JsonNode>> rows) {
        String servers = landscape.bootstrapServers();
        List<Comparison> comparisons = new ArrayList<>();
        flow.resources()
                .forEach(resource -> comparisons.add(RowComparison.compare(
                        resource + " -> " + flow.topicOf(resource),
                        rows.get(resource),
                        TopicContents.read(servers, flow.topicOf(resource)))));
        comparisons.add(new DeliveryComparison(CrmContacts.NUMBER, CrmContacts.PERSON)
                .compare(
                        flow.sinkTopic() + " -> messages",
                        TopicContents.read(servers, flow.sinkTopic()),
                        landscape.linkflow().platform().receivedMessages().stream()
                                .map(ReceivedMessage::data)
                                .toList()));
        ComparisonTable.lines(comparisons).forEach(output::println);
        return comparisons.stream().allMatch(Comparison::isEqual);
    }
}
