package io.martech.connect.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

    @Test
    void aTakenPortIsToldInOneLine() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(LoopbackPort.HOST))) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> LoopbackPort.requireFree(port, "the Kafka broker"))
                    .isInstanceOf(ClusterException.class)
                    .hasMessage("Port " + port + " for the Kafka broker is taken by another process: "
                            + "stop that process, or choose another port.");
        }
    }

    @Test
    void aFreePortCanBeTaken() {
        assertThatCode(() -> LoopbackPort.requireFree(LoopbackPort.free(), "anything"))
                .doesNotThrowAnyException();
    }
}
