package io.martech.connect.authorize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The program on a thread of its own, with a person before it. */
final class CommandLineRun {

    private final PipedWriter keyboard = new PipedWriter();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> exit;

    CommandLineRun(String... arguments) throws IOException {
        Terminal terminal = new Terminal(
                new BufferedReader(new PipedReader(keyboard)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                null);
        AtomicReference<Integer> code = new AtomicReference<>();
        exit = CompletableFuture.runAsync(
                        () -> code.set(Authorize.commandLine(terminal).execute(arguments)))
                .thenApply(ended -> code.get());
    }

    CommandLineRun types(String line) throws IOException {
        keyboard.write(line + "\n");
        keyboard.flush();
        return this;
    }

    /** The address that the program asks to open. */
    String addressToOpen() {
        Pattern address = Pattern.compile("(?m)^  (http\\S+)$");
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .until(() -> address.matcher(out()).find() || exit.isDone());
        Matcher found = address.matcher(out());
        if (!found.find()) {
            throw new AssertionError(out() + err());
        }
        return found.group(1);
    }

    int exitCode() throws Exception {
        return exit.get();
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
