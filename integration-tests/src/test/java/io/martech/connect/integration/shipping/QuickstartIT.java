package io.martech.connect.integration.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.sandbox.youmi.YoumiList;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The command that the README begins with, on the built archives and the very files in {@code config/}. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1) // among the longest
class QuickstartIT {

    private static final String[] ANY_PORTS = {"--kafka-port=0", "--connect-port=0", "--linkflow-port=0"};

    /** Both at once: each mostly waits for the next poll of the source. */
    @Test
    void onceProvesThatEverythingArrivesAndBreakShowsThatItWouldNotice() {
        try (QuickstartProcess whole = QuickstartProcess.start("--once");
                QuickstartProcess broken = QuickstartProcess.start("--once", "--break")) {
            int exitCode = whole.awaitExitCode();
            assertThat(whole.output()).contains("Everything has arrived").doesNotContain("missing {");
            assertThat(compared(whole.output(), "orders -> lf.orders")).isGreaterThanOrEqualTo(5_000);
            assertThat(compared(whole.output(), "contacts -> lf.contacts")).isGreaterThanOrEqualTo(2_000);
            assertThat(compared(whole.output(), "tag-value-lines -> lf.tag-value-lines"))
                    .as("500 people and a heading")
                    .isEqualTo(501);
            assertThat(compared(whole.output(), "leads -> wukong.leads")).isGreaterThan(600);
            assertThat(compared(whole.output(), "lists -> wukong.lists")).isGreaterThan(3);
            assertThat(compared(whole.output(), "contacts -> m1world.contacts")).isGreaterThanOrEqualTo(200);
            assertThat(compared(whole.output(), "fields -> m1world.fields")).isGreaterThanOrEqualTo(19);
            assertThat(compared(whole.output(), "email-tasks -> m1world.email-tasks"))
                    .isEqualTo(3);
            assertThat(compared(whole.output(), "email-events -> m1world.email-events"))
                    .isGreaterThanOrEqualTo(300);
            for (YoumiList list : YoumiList.values()) {
                assertThat(compared(whole.output(), list.text() + " -> youmi." + list.text()))
                        .isGreaterThanOrEqualTo(40);
            }
            assertThat(compared(whole.output(), "crm.contacts -> messages")).isGreaterThanOrEqualTo(1_000);
            assertThat(compared(whole.output(), "crm.tags -> tag values")).isGreaterThanOrEqualTo(250);
            assertThat(compared(whole.output(), "crm.segments -> members")).isEqualTo(80);
            assertThat(compared(whole.output(), "erp.products -> rows")).isEqualTo(250);
            assertThat(compared(whole.output(), "crm.leads -> contacts")).isGreaterThanOrEqualTo(250);
            assertThat(compared(whole.output(), "web.leads -> leads")).isGreaterThanOrEqualTo(1_000);
            assertThat(exitCode).isZero();

            exitCode = broken.awaitExitCode();
            assertThat(broken.output().lines().map(String::strip).filter(line -> line.contains(": missing ")))
                    .singleElement()
                    .asString()
                    .matches("orders -> lf\\.orders: missing \\{\"id\":\\d+}");
            assertThat(broken.output()).contains("NOT the same");
            assertThat(exitCode).isEqualTo(1);
        }
    }

    @Test
    void ctrlCStopsEverything() {
        try (QuickstartProcess quickstart = QuickstartProcess.start(ANY_PORTS)) {
            Patience.until(quickstart::output, output -> {
                assertThat(output).as("it has refused").doesNotContain("quickstart: ");
                return output.contains("messages < crm.contacts");
            });
            List<ProcessHandle> processes = quickstart.processes();
            assertThat(processes).as("itself, broker, worker").hasSize(3);
            List<Integer> ports = List.of(
                    portIn(quickstart.output(), "Kafka broker\\s+127.0.0.1:"),
                    portIn(quickstart.output(), "Kafka Connect\\s+http://127.0.0.1:"),
                    portIn(quickstart.output(), "Linkflow\\s+http://127.0.0.1:"),
                    portIn(quickstart.output(), "Wukong\\s+http://127.0.0.1:"),
                    portIn(quickstart.output(), "Youmi\\s+http://127.0.0.1:"));
            assertThat(ports).allMatch(QuickstartIT::isTaken);

            int expected = quickstart.pressCtrlC();

            int exitCode = quickstart.awaitExitCode();
            assertThat(quickstart.output()).contains("Stopping everything").doesNotContain("quickstart: ");
            assertThat(exitCode).isEqualTo(expected);
            assertThat(processes).noneMatch(ProcessHandle::isAlive);
            assertThat(ports).noneMatch(QuickstartIT::isTaken);
        }
    }

    @Test
    void ctrlCWhileItStartsStopsEverythingToo() {
        try (QuickstartProcess quickstart = QuickstartProcess.start(ANY_PORTS)) {
            // Before that it is a shell script that looks at its surroundings.
            Patience.until(quickstart::output, output -> output.contains("Starting a Kafka broker"));
            Patience.until(() -> quickstart.processes().size() > 1);
            List<ProcessHandle> processes = quickstart.processes();

            int expected = quickstart.pressCtrlC();

            assertThat(quickstart.awaitExitCode()).isEqualTo(expected);
            Patience.until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void aTakenPortIsToldInOneLine() throws IOException {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress("127.0.0.1", 0));
            String port = Integer.toString(other.getLocalPort());

            assertThat(refusal(QuickstartProcess.start("--once", "--linkflow-port", port)))
                    .contains("Port " + port + " for the simulated Linkflow");
            assertThat(refusal(QuickstartProcess.start("--once", "--kafka-port", port)))
                    .contains("Port " + port + " for the Kafka broker is taken");
            assertThat(refusal(QuickstartProcess.start("--once", "--connect-port", port)))
                    .contains("Port " + port + " for the Connect worker's REST interface is taken");
        }
    }

    @Test
    void aWrongJavaIsToldInOneLine(@TempDir Path javaHome) throws IOException {
        Path java = Files.createDirectories(javaHome.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(refusal(QuickstartProcess.startWithJavaHome(javaHome)))
                .contains("Java 17 or newer is needed, but " + java + " is 11.0.2");
        assertThat(refusal(QuickstartProcess.startWithJavaHome(javaHome.resolve("nowhere"))))
                .contains("no Java found");
    }

    @Test
    void aWrongOptionIsToldInOneLine() {
        assertThat(refusal(QuickstartProcess.start("--twice"))).contains("unknown option --twice");
        assertThat(refusal(QuickstartProcess.start("--kafka-port", "many"))).contains("'many' is not an int");
    }

    /** The one line that begins with the command's name; whatever it started is gone. */
    private static String refusal(QuickstartProcess quickstart) {
        try (quickstart) {
            assertThat(quickstart.awaitExitCode()).isBetween(1, 2);
            List<String> lines = quickstart
                    .output()
                    .lines()
                    .filter(line -> !line.startsWith("Starting "))
                    .toList();
            assertThat(lines).singleElement().asString().startsWith("quickstart: ");
            return lines.get(0);
        }
    }

    private static int compared(String output, String name) {
        return number(output, Pattern.quote(name) + "\\s+(\\d+)\\s+0\\s+0\\s+0\\s+0");
    }

    private static int portIn(String output, String before) {
        return number(output, before + "(\\d+)");
    }

    private static int number(String output, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        assertThat(matcher.find()).as("%s in:%n%s", pattern, output).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static boolean isTaken(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException nobodyListens) {
            return false;
        }
    }
}
