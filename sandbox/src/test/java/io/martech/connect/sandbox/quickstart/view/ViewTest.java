package io.martech.connect.sandbox.quickstart.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTest {

    private static final Instant COMPLETE_UP_TO = Instant.parse("2026-01-01T12:30:12Z");
    private static final Instant READ_UP_TO = Instant.parse("2026-01-01T12:31:12Z");
    private static final Figures ORDERS =
            Figures.ofSource("orders", "lf.orders", 5_214, new ReadingProgress(false, COMPLETE_UP_TO, READ_UP_TO), 83);
    private static final Figures CONTACTS =
            Figures.ofSource("contacts", "lf.contacts", 2_114, new ReadingProgress(false, null, READ_UP_TO), 40);
    private static final Figures LEADS =
            Figures.ofSource("leads", "wukong.leads", 600, new ReadingProgress(true, null, READ_UP_TO), 31);
    private static final Figures MESSAGES = Figures.ofSink("messages", "crm.contacts", 1_204, 301, 1_200, 4);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream output = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final FiguresTable table = new FiguresTable(ZoneOffset.UTC);

    @Test
    void aLineHoldsEveryFigureOfAResource() {
        assertThat(table.line(ORDERS).strip().split("(?<=\\S)\\s+(?=[\\dn])"))
                .containsExactly("> lf.orders", "5,214", "12:30:12", "83");
        assertThat(table.line(CONTACTS).strip().split("(?<=\\S)\\s+(?=[\\dn])"))
                .containsExactly("> lf.contacts", "2,114", "not yet", "40");
        assertThat(table.line(MESSAGES).strip().split("(?<=\\S)\\s+(?=[\\dn])"))
                .containsExactly("messages < crm.contacts", "1,204", "301", "1,200", "4");
        assertThat(table.line(LEADS).strip().split("(?<=\\S)\\s+(?=[\\dn])"))
                .as("a list is never complete up to a time")
                .containsExactly("> wukong.leads", "600", "31");
    }

    @Test
    void theTableFitsIntoEightyColumns() {
        assertThat(table.lines(List.of(ORDERS, MESSAGES))).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aTerminalIsDrawnOverAgainUntilSomethingElseIsPrinted() {
        InPlaceView view = new InPlaceView(output, table, 24, Duration.ZERO);
        view.show(List.of(ORDERS, MESSAGES));
        assertThat(printed()).as("nothing was drawn before").doesNotContain("\u001b[4A");

        bytes.reset();
        view.show(List.of(ORDERS, MESSAGES));
        assertThat(printed()).as("up over the head of two lines and two lines").contains("\u001b[4A");

        view.leave();
        bytes.reset();
        view.show(List.of(ORDERS, MESSAGES));
        assertThat(printed()).as("what was printed since is not overwritten").doesNotContain("\u001b[4A");
    }

    @Test
    void whatDoesNotFitIntoTheTerminalIsShownPageAfterPageUnderOneHead() {
        InPlaceView view = new InPlaceView(output, table, 5, Duration.ZERO);
        for (String shown : List.of("lf.orders", "lf.contacts", "wukong.leads", "lf.orders")) {
            bytes.reset();
            view.show(List.of(ORDERS, CONTACTS, LEADS));
            assertThat(printed()).contains("records", shown, "of 3 streams");
            assertThat(printed().chars().filter(each -> each == '\n'))
                    .as("the cursor has a line, too")
                    .hasSize(4);
        }
        assertThat(printed()).contains("\u001b[4A").doesNotContain("wukong.leads");
    }

    @Test
    void aFileGetsOneHeadAndNoControlCharacters() {
        PlainView view = new PlainView(output, table, Duration.ZERO);
        view.show(List.of(ORDERS));
        view.show(List.of(ORDERS));

        assertThat(printed()).doesNotContain("\u001b").hasLineCount(4);
        assertThat(printed().lines().filter(line -> line.contains("records"))).hasSize(1);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
