package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.quickstart.streams.Source;
import io.martech.connect.sandbox.quickstart.streams.Streams;
import io.martech.connect.sandbox.quickstart.view.FiguresTable;
import io.martech.connect.sandbox.quickstart.view.InPlaceView;
import io.martech.connect.sandbox.quickstart.view.PlainView;
import io.martech.connect.sandbox.quickstart.view.View;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind {@code ./quickstart}, which explains the options. */
@Command(name = "quickstart")
public final class Quickstart implements Callable<Integer> {

    private static final Duration PLAIN_LINES_EVERY = Duration.ofSeconds(5);
    private static final Duration PAGES_STAY = Duration.ofSeconds(5);
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--once")
    private boolean once;

    @Option(names = "--break", arity = "0..1", fallbackValue = "lost-order", converter = FaultInjection.FromText.class)
    private FaultInjection fault;

    @Option(names = "--kafka-port")
    private Integer kafkaPort;

    @Option(names = "--connect-port")
    private Integer connectPort;

    @Option(names = "--linkflow-port")
    private Integer linkflowPort;

    /** Set by the script when standard output is a terminal. */
    @Option(
            names = "--in-place",
            hidden = true,
            description = "The lines of the terminal that is drawn over; 0 for none.")
    private int terminalRows;

    private final PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Quickstart())
                .setParameterExceptionHandler((e, given) -> say(e.getMessage() + ". See ./quickstart --help.", MISUSED))
                .setExecutionExceptionHandler((e, line, parsed) -> say(Failure.of(e), FAILED));
        System.exit(command.execute(arguments));
    }

    /** @return 0 if all is as it should be, else 1 */
    @Override
    public Integer call() {
        Project project = new Project(Path.of("").toAbsolutePath());
        Streams streams = startStreams(portOr(7070, linkflowPort, "--linkflow-port"));
        Source firstSource = streams.sources().get(0);
        boolean losesOrder = fault == FaultInjection.LOST_ORDER;
        Connectors connectors = new Connectors(project, losesOrder ? firstSource : null);
        if (fault != null) {
            streams.platforms().forEach(platform -> fault.strike(platform.adapter()));
        }
        RunDirectory directory = RunDirectory.createUnder(project.runs());
        output.println("Starting a Kafka broker, a Connect worker, and simulated platforms: " + historiesOf(streams));
        LocalStack stack = LocalStack.start(
                project,
                portOr(9092, kafkaPort, "--kafka-port"),
                portOr(8083, connectPort, "--connect-port"),
                streams,
                directory);
        try (StopSignal stop = StopSignal.install()) {
            boolean isGood = run(stack, connectors, stop);
            if (isGood) {
                directory.delete();
            } else {
                if (losesOrder) {
                    output.println("  --break asked for that: a filter has dropped one order on its way.");
                }
                output.println("  Logs: " + directory.path());
            }
            return isGood ? 0 : FAILED;
        }
    }

    private boolean run(LocalStack stack, Connectors connectors, StopSignal stop) {
        FiguresTable table = new FiguresTable(ZoneId.systemDefault());
        View view = terminalRows > 0
                ? new InPlaceView(output, table, terminalRows, PAGES_STAY)
                : new PlainView(output, table, PLAIN_LINES_EVERY);
        try (stack) {
            return isOnce()
                    ? new OnceRun(output, view).isGood(stack, connectors, stop)
                    : new LiveRun(output, view).isGood(stack, connectors, stop);
        }
    }

    private static Streams startStreams(int linkflowPort) {
        try {
            return Streams.start(linkflowPort);
        } catch (UncheckedIOException e) {
            throw new QuickstartException("Port " + linkflowPort + " for the simulated Linkflow cannot be taken ("
                    + e.getCause().getMessage() + "): stop the process that has it, or choose another port.");
        }
    }

    private static String historiesOf(Streams streams) {
        return streams.platforms().stream()
                .map(platform -> platform.name() + " with " + platform.history())
                .collect(Collectors.joining("; "));
    }

    private boolean isOnce() {
        return once || (fault != null && fault.isSeenOnce());
    }

    /** Where people look for it, or any free port in runs that nobody looks into, so that they never stand in the way of anything. */
    private int portOr(int usual, Integer wanted, String option) {
        if (wanted != null && (wanted < 0 || wanted > HIGHEST_PORT)) {
            throw new QuickstartException(option + " is " + wanted + ", but ports are 1 to " + HIGHEST_PORT + ".");
        }
        return wanted != null ? wanted : isOnce() ? 0 : usual;
    }

    private static int say(String message, int exitCode) {
        System.err.println("quickstart: " + message);
        return exitCode;
    }
}
