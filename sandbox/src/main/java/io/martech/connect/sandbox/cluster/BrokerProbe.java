package io.martech.connect.sandbox.cluster;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a broker for the versions of its API, the first request of every Kafka client: a broker that answers is up. */
final class BrokerProbe {

    private static final int API_VERSIONS_KEY = 18;
    private static final int CORRELATION_ID = 7;
    private static final int REQUEST_BYTES = 10;
    private static final int TIMEOUT_MILLISECONDS = 1_000;

    private BrokerProbe() {}

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LoopbackPort.HOST, port), TIMEOUT_MILLISECONDS);
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(REQUEST_BYTES);
            request.writeShort(API_VERSIONS_KEY);
            request.writeShort(0); // version of the request
            request.writeInt(CORRELATION_ID);
            request.writeShort(-1); // no client id
            request.flush();
            DataInputStream response = new DataInputStream(socket.getInputStream());
            response.readInt(); // size
            return response.readInt() == CORRELATION_ID && response.readShort() == 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
