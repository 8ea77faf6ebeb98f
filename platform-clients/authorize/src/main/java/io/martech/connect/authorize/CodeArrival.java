package io.martech.connect.authorize;

import io.martech.connect.client.auth.oauth.ConsentPage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Shows the address to open, and waits for the code: from the browser if it is redirected to this machine, or pasted by
 * the user.
 */
final class CodeArrival implements AutoCloseable {

    private final Terminal terminal;
    private final ConsentPage page;
    private final RedirectAddress redirect;
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final LoopbackPages pages;

    /** @param pasted the text that the user pasted; null if the code came from the browser */
    private record Arrived(String code, Failure refusal, String pasted) {}

    CodeArrival(Terminal terminal, ConsentPage page, RedirectAddress redirect) throws IOException {
        this.terminal = terminal;
        this.page = page;
        this.redirect = redirect;
        this.pages = redirect.isOnThisMachine()
                ? LoopbackPages.at(redirect, page, address -> arrived.add(fromBrowser(address)))
                : null;
    }

    /** @throws Failure if the platform rejects the authorization, or no code arrives within the timeout */
    String await(Duration timeout) throws InterruptedException {
        invite();
        listenToThePerson();
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            Arrived next = arrived.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new Failure(
                        "No code was received within " + timeout.toMinutes() + " minutes. Run the program again.");
            }
            if (next.code() != null) {
                return next.code();
            }
            if (next.pasted() == null) {
                throw next.refusal();
            }
            terminal.err().println(next.refusal().getMessage() + ". Paste it once more:");
        }
    }

    private void invite() {
        boolean needsForm = !page.isGet() && pages != null;
        terminal.out().println("Open this address in a browser, log in and consent:");
        terminal.out().println();
        terminal.out().println("  " + (needsForm ? pages.start() : page.withParameters()));
        terminal.out().println();
        if (!page.isGet() && pages == null) {
            terminal.out()
                    .println(
                            "The platform's document says POST where a browser sends GET. If it does not answer, send these"
                                    + " parameters as a form.");
        }
        terminal.out()
                .println(
                        pages == null
                                ? "The platform then sends the browser to " + redirect.address()
                                        + ". Paste that whole address, or the code in it:"
                                : "The platform then sends the browser back here, and this program goes on. If the browser runs on another"
                                        + " machine, copy the address that it cannot open and paste it here:");
    }

    private void listenToThePerson() {
        Thread reader = new Thread(this::readLines, "pasted-lines");
        reader.setDaemon(true);
        reader.start();
    }

    private void readLines() {
        try {
            String line = terminal.in().readLine();
            while (line != null) {
                if (!line.isBlank()) {
                    arrived.add(fromPerson(line));
                }
                line = terminal.in().readLine();
            }
        } catch (IOException gone) {
            // There is no interactive user; the browser may still be redirected here.
            terminal.err().println("Nothing can be pasted here: " + gone.getMessage());
        }
    }

    private static Arrived fromPerson(String line) {
        try {
            return new Arrived(RedirectAddress.codeIn(line), null, line);
        } catch (Failure noCode) {
            return new Arrived(null, noCode, line);
        }
    }

    private static Arrived fromBrowser(okhttp3.HttpUrl address) {
        try {
            return new Arrived(RedirectAddress.codeIn(address), null, null);
        } catch (Failure refused) {
            return new Arrived(null, refused, null);
        }
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
    }
}
