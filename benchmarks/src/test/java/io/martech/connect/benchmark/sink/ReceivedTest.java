package io.martech.connect.benchmark.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.linkflow.message.ReceivedMessage;
import io.martech.connect.sandbox.linkflow.model.Identity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedTest {

    @Test
    void aMessageAfterALaterOneOfTheSamePersonIsOutOfOrder() {
        assertThat(new Received(List.of(message("a", 1, 0), message("b", 3, 0), message("a", 2, 0))).outOfOrder())
                .isZero();
        assertThat(new Received(List.of(message("a", 2, 0), message("b", 3, 0), message("a", 1, 0))).outOfOrder())
                .isEqualTo(1);
    }

    @Test
    void anEventThatCameTwiceIsCountedOnce() {
        assertThat(new Received(List.of(message("a", 1, 0), message("a", 1, 0), message("a", 2, 0))).differentEvents())
                .isEqualTo(2);
    }

    @Test
    void theRateCountsFromTheFirstMessageToTheLast() {
        assertThat(new Received(List.of(message("a", 1, 0), message("b", 2, 400), message("c", 3, 1_000))).perSecond())
                .isEqualTo(2);
    }

    private static ReceivedMessage message(String person, int number, long atMillis) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putObject("props").put(Event.NUMBER, number);
        return new ReceivedMessage(
                0,
                "/open/messages",
                null,
                null,
                MessagesConnector.CHANNEL,
                "UDC",
                List.of(new Identity("mobilePhone", person)),
                "event",
                "track",
                null,
                data,
                1,
                Instant.ofEpochMilli(atMillis));
    }
}
