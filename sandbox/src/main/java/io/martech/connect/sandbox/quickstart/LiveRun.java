package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** Shows what flows until it is stopped. */
final class LiveRun implements Run {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int FIRST_RECORDS = 1_000;

    private final PrintStream output;
    private final View view;

    LiveRun(PrintStream output, View view) {
        this.output = output;
        this.view = view;
    }

    /** @return whether it ran until it was stopped, and nothing failed */
    @Override
    public boolean isGood(Landscape landscape, ConnectorFile source, ConnectorFile sink, StopSignal stop) {
        LinkflowPlatform platform = landscape.linkflow().platform();
        try (CrmContacts crm = new CrmContacts(landscape.bootstrapServers(), sink.value("topics"));
                RowChanges changes = RowChanges.start(platform);
                Flow flow = Flow.start(landscape, source, sink)) {
            Addresses.of(landscape, flow, source, sink).forEach(output::println);
            crm.write(FIRST_RECORDS);
            crm.goOn();
            do {
                view.show(flow.figures());
                Optional<String> failure = flow.failure();
                if (failure.isPresent() && !stop.isGiven()) {
                    throw new QuickstartException(failure.get());
                }
            } while (!stop.isGivenWithin(BETWEEN_LOOKS));
            view.leave();
            output.println("Stopping everything ...");
            return true;
        }
    }
}
