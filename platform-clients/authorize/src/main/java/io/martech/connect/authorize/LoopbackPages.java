package io.martech.connect.authorize;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.martech.connect.client.auth.oauth.ConsentPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/**
 * Two pages for a browser on this machine: one that leads the user to the platform through a form, for platforms that
 * require a POST, and the one that the platform redirects the user back to.
 */
final class LoopbackPages implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "browser");
        thread.setDaemon(true);
        return thread;
    });
    private final RedirectAddress redirect;
    private final ConsentPage page;
    private final Consumer<HttpUrl> onReturn;

    private LoopbackPages(HttpServer server, RedirectAddress redirect, ConsentPage page, Consumer<HttpUrl> onReturn) {
        this.server = server;
        this.redirect = redirect;
        this.page = page;
        this.onReturn = onReturn;
    }

    /** @param onReturn receives the address, with its parameters, that a browser is redirected to */
    static LoopbackPages at(RedirectAddress redirect, ConsentPage page, Consumer<HttpUrl> onReturn) throws IOException {
        int port = redirect.address().port();
        HttpServer server;
        try {
            server = HttpServer.create(
                    new InetSocketAddress(
                            InetAddress.getByName(redirect.address().host()), port),
                    0);
        } catch (IOException taken) {
            throw new Failure("Port " + port + " of --redirect-uri cannot be listened on (" + taken.getMessage()
                    + "). End what uses it, register another address for the app, or paste the code with --code.");
        }
        LoopbackPages pages = new LoopbackPages(server, redirect, page, onReturn);
        server.createContext("/", pages::answer);
        server.setExecutor(pages.threads);
        server.start();
        return pages;
    }

    /** The page that leads the user to the platform. */
    HttpUrl start() {
        return redirect.address().newBuilder().encodedPath("/start").query(null).build();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpUrl asked = redirect.address().resolve(exchange.getRequestURI().toString());
            String path = asked == null ? "" : asked.encodedPath();
            if (path.equals(redirect.address().encodedPath()) && asked.querySize() > 0) {
                send(exchange, 200, "<p>Thank you. You may close this page; the program goes on in its window.</p>");
                onReturn.accept(asked);
            } else if (path.equals("/start")) {
                send(exchange, 200, form());
            } else {
                send(exchange, 404, "<p>There is nothing here.</p>");
            }
        }
    }

    private String form() {
        StringBuilder form = new StringBuilder("<form method=\"" + page.method() + "\" action=\""
                + escaped(page.address().toString()) + "\">");
        for (Map.Entry<String, String> parameter : page.parameters().entrySet()) {
            form.append("<input type=\"hidden\" name=\"")
                    .append(escaped(parameter.getKey()))
                    .append("\" value=\"")
                    .append(escaped(parameter.getValue()))
                    .append("\">");
        }
        return form + "<button>Go on to the platform</button></form>";
    }

    private static void send(HttpExchange exchange, int status, String content) throws IOException {
        byte[] html = ("<!DOCTYPE html><meta charset=\"utf-8\"><title>authorize</title>" + content)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, html.length);
        exchange.getResponseBody().write(html);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
    }
}
