package io.martech.connect.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on loopback and serves each connection in a daemon thread of its own until it is closed. */
public final class HttpFront implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final ServerSocket listener;
    private final RequestHandler handler;
    private final ExecutorService threads;
    private final CountDownLatch noLongerListening = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HttpFront(ServerSocket listener, RequestHandler handler, String name) {
        this.listener = listener;
        this.handler = handler;
        this.threads = Executors.newCachedThreadPool(namedDaemons(name));
    }

    /**
     * Starts a server on 127.0.0.1.
     *
     * @param name names its threads
     * @param port the port, or 0 for any free one
     * @throws UncheckedIOException when the port is taken; the message names it
     */
    public static HttpFront start(String name, int port, RequestHandler handler) {
        try {
            // Not in try-with-resources: the listener lives as long as the server.
            ServerSocket listener = new ServerSocket();
            try {
                listener.setReuseAddress(true);
                listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
            } catch (IOException e) {
                listener.close();
                throw e;
            }
            HttpFront front = new HttpFront(listener, handler, name);
            front.threads.execute(front::acceptConnections);
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The base address, without a slash at its end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Stops listening and drops all connections; the port is free when this returns. */
    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(HttpFront::closeQuietly);
        waitUntilThePortIsFree();
        threads.shutdownNow();
    }

    private void acceptConnections() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException listenerIsClosed) {
                continue;
            }
        }
        noLongerListening.countDown();
    }

    /** The system keeps a closed port until the thread that waits for connections has noticed. */
    private void waitUntilThePortIsFree() {
        try {
            noLongerListening.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try {
            threads.execute(() -> {
                try {
                    new Connection(socket, handler).run();
                } finally {
                    open.remove(socket);
                }
            });
        } catch (RejectedExecutionException serverIsClosing) {
            closeQuietly(socket);
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception alreadyBroken) {
            // Closing is all that was wanted.
        }
    }

    private static ThreadFactory namedDaemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** One client connection: reads requests, has them answered, and puts the answers on the wire as requested. */
    private static final class Connection implements Runnable {
        private final Socket socket;
        private final RequestHandler handler;

        Connection(Socket socket, RequestHandler handler) {
            this.socket = socket;
            this.handler = handler;
        }

        @Override
        public void run() {
            try (socket) {
                socket.setTcpNoDelay(true);
                serve(new RequestReader(socket.getInputStream(), socket.getOutputStream(), handler::refusalOf));
            } catch (IOException clientHasGone) {
                // A client may close or reset its connection at any time: there is nobody left to tell.
            } catch (InterruptedException serverIsClosing) {
                Thread.currentThread().interrupt();
            }
        }

        private void serve(RequestReader reader) throws IOException, InterruptedException {
            try {
                for (Request request = reader.next(); request != null; request = reader.next()) {
                    boolean lastRequest = request.header("Connection")
                            .filter("close"::equalsIgnoreCase)
                            .isPresent();
                    if (!deliver(handler.handle(request), reader, lastRequest)) {
                        return;
                    }
                }
            } catch (RequestReader.RefusedException refused) {
                deliver(refused.delivery(), reader, true);
            }
        }

        /** Whether the connection can serve another request. */
        private boolean deliver(Delivery delivery, RequestReader reader, boolean lastRequest) throws IOException {
            switch (delivery.manner()) {
                case RESET -> socket.setSoLinger(true, 0); // closing now sends RST instead of FIN
                case HANG_BEFORE_HEADERS -> reader.waitForTheClientToGiveUp();
                case HANG_IN_BODY -> {
                    write(delivery.response(), false, true);
                    reader.waitForTheClientToGiveUp();
                }
                case CLOSE -> write(delivery.response(), true, false);
                case CLOSE_AND_READ_ON -> {
                    write(delivery.response(), true, false);
                    socket.shutdownOutput();
                    reader.waitForTheClientToGiveUp();
                }
                case CLOSE_IN_BODY -> write(delivery.response(), true, true);
                case WHOLE -> {
                    write(delivery.response(), lastRequest, false);
                    return !lastRequest;
                }
            }
            return false;
        }

        private void write(Response response, boolean closing, boolean onlyHalfTheBody) throws IOException {
            StringBuilder head = new StringBuilder(256)
                    .append("HTTP/1.1 ")
                    .append(response.status())
                    .append(' ')
                    .append(response.status() < 400 ? "OK" : "Error")
                    .append("\r\n");
            for (Map.Entry<String, String> header : response.headers().entrySet()) {
                head.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n");
            }
            // A body that is cut must have announced more than it sends, even where the whole body is empty.
            int announced = onlyHalfTheBody ? response.body().length + 1 : response.body().length;
            int sent = onlyHalfTheBody ? response.body().length / 2 : response.body().length;
            head.append("Content-Length: ").append(announced).append("\r\n");
            head.append(closing ? "Connection: close\r\n\r\n" : "\r\n");

            ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + sent);
            message.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            message.write(response.body(), 0, sent);
            OutputStream out = socket.getOutputStream();
            message.writeTo(out);
            out.flush();
        }
    }
}
