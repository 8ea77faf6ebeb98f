package io.martech.connect.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
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
}
