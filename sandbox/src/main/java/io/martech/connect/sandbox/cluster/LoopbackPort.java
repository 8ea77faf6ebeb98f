package io.martech.connect.sandbox.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP port on the loopback address. */
final class LoopbackPort {

    static final String HOST = "127.0.0.1";

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private LoopbackPort() {}

    /**
     * A port that nobody listens on at the moment. It lies below the ports that systems give to outgoing connections: one
     * of those could take it while a process that is to have it again is restarted.
     */
    static int free() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, LOWEST, HIGHEST)
                .filter(LoopbackPort::isFree)
                .findFirst()
                .orElseThrow(() -> new ClusterException("No free port on " + HOST));
    }

    /**
     * Makes sure that a port can be taken, before a child process spends seconds on finding out.
     *
     * @param purpose for the message, such as "the Kafka broker"
     * @throws ClusterException if another process has it
     */
    static void requireFree(int port, String purpose) {
        if (!isFree(port)) {
            throw new ClusterException("Port " + port + " for " + purpose
                    + " is taken by another process: stop that process, or choose another port.");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
