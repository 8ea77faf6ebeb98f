package io.martech.connect.sandbox.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A TCP port on the loopback address. */
final class LoopbackPort {

    static final String HOST = "127.0.0.1";

    private LoopbackPort() {}

    /** A port that nobody listens on at the moment. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ClusterException("No free port on " + HOST, e);
        }
    }

    /**
     * Makes sure that a port can be taken, before a child process spends seconds on finding out.
     *
     * @param purpose for the message, such as "the Kafka broker"
     * @throws ClusterException if another process has it
     */
    static void requireFree(int port, String purpose) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
        } catch (IOException e) {
            throw new ClusterException(
                    "Port " + port + " for " + purpose
                            + " is taken by another process: stop that process, or choose another port.",
                    e);
        }
    }
}
