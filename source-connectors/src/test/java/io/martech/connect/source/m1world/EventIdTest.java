package io.martech.connect.source.m1world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {

    @Test
    void theSameEventHasTheSameIdHoweverItIsSpelled() {
        ObjectNode other =
                event().put("dmdtype", "Open").put("subject", "renamed").put("country", "another");
        other.putNull("clickurl");
        assertThat(EventId.of(other)).isEqualTo(EventId.of(event())).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"task_id", "email", "dmdtype", "eventdate", "clickurl", "ip", "mailing_id"})
    void eachPartTellsEventsApart(String part) {
        assertThat(EventId.of(event().put(part, "7"))).isNotEqualTo(EventId.of(event()));
    }

    private static ObjectNode event() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("task_id", 3450)
                .put("subject", "邮件主题")
                .put("dmdtype", "open")
                .put("email", "test@163.com")
                .put("eventdate", "2016-01-11 21:49:57.0")
                .put("clickurl", "")
                .put("ip", "183.69.234.48")
                .put("mailing_id", "24788");
    }
}
