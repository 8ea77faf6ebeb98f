package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.quickstart.view.View;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** Shows what flows until it is stopped. */
final class LiveRun {

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
            Addresses.of(stack, flows).forEach(output::println);
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
}
