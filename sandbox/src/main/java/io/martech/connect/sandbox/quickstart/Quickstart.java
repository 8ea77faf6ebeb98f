package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.linkflow.LinkflowBehaviour;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind {@code ./quickstart}, which explains the options. */
@Command(name = "quickstart")
public final class Quickstart implements Callable<Integer> {

    private static final int ORDERS = 5_000;
    private static final int CONTACTS = 2_000;
    private static final Duration HISTORY = Duration.ofDays(90);
    private static final Duration PLAIN_LINES_EVERY = Duration.ofSeconds(5);
    private static final int BROKEN_ORDER = 1_234;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    @Option(names = "--once")
    private boolean once;

    @Option(names = "--break")
    private boolean isBroken;

    @Option(names = "--kafka-port")
    private Integer kafkaPort;

    @Option(names = "--connect-port")
    private Integer connectPort;

    @Option(names = "--linkflow-port")
    private Integer linkflowPort;

    /** Set by the script when standard output is a terminal. */
    @Option(names = "--in-place", hidden = true)
    private boolean inPlace;

    private final PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Quickstart())
                .setParameterExceptionHandler((e, given) -> say(e.getMessage() + " See ./quickstart --help.", MISUSED))
                .setExecutionExceptionHandler((e, line, parsed) -> say(Failure.of(e), FAILED));
        System.exit(command.execute(arguments));
    }

    /** @return 0 if all is as it should be, else 1 */
    @Override
    public Integer call() {
        Project project = new Project(Path.of("").toAbsolutePath());
        LinkflowPlatform platform = new LinkflowPlatform(
                Clock.systemUTC(), 1, new LinkflowBehaviour().latency(Duration.ofMillis(5), Duration.ofMillis(15)));
        long brokenId = platform.insertOrderHistory(ORDERS, HISTORY).get(BROKEN_ORDER);
        platform.insertContactHistory(CONTACTS, HISTORY);
        ConnectorFile source = isBroken ? Breakage.in(project.source(), brokenId) : project.source();
        RunDirectory directory = RunDirectory.createUnder(project.runs());
        output.printf(
                "Starting a simulated Linkflow with %,d orders and %,d contacts, a Kafka broker and a Connect worker ...%n",
                ORDERS, CONTACTS);
        Landscape landscape = Landscape.start(project, ports(), platform, directory);
        try (StopSignal stop = StopSignal.install()) {
            boolean isGood = run(landscape, source, project.sink(), stop);
            if (isGood) {
                directory.delete();
            } else {
                output.println("  Logs: " + directory.path());
            }
            return isGood ? 0 : FAILED;
        }
    }

    private boolean run(Landscape landscape, ConnectorFile source, ConnectorFile sink, StopSignal stop) {
        FiguresTable table = new FiguresTable(ZoneId.systemDefault());
        View view = inPlace ? new InPlaceView(output, table) : new PlainView(output, table, PLAIN_LINES_EVERY);
        Run run = once || isBroken ? new OnceRun(output, view) : new LiveRun(output, view);
        try (landscape) {
            landscape.createTopic(sink.value("topics"));
            return run.isGood(landscape, source, sink, stop);
        }
    }

    private Ports ports() {
        Ports usual = once || isBroken ? Ports.ANY : Ports.USUAL;
        return new Ports(
                kafkaPort == null ? usual.kafka() : kafkaPort,
                connectPort == null ? usual.connect() : connectPort,
                linkflowPort == null ? usual.linkflow() : linkflowPort);
    }

    private static int say(String message, int exitCode) {
        System.err.println("quickstart: " + message);
        return exitCode;
    }
}
