package io.martech.connect.sandbox.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateComparisonTest {

    private static final TopicRecord EARLIER =
            record("{\"phone\":\"1\",\"level\":\"gold\",\"points\":10,\"interests\":[\"a\",\"b\"]}");
    private static final TopicRecord LATER = record("{\"phone\":\"1\",\"level\":\"silver\",\"subscribed\":true}");

    @Test
    void laterFieldsAreLaidOverEarlierOnes() {
        assertThat(compare("{\"phone\":\"1\",\"level\":\"silver\",\"points\":\"10\",\"interests\":[\"a\",\"b\"],"
                                + "\"subscribed\":true,\"other\":1}")
                        .findings())
                .isEmpty();
    }

    @Test
    void anEarlierValueIsADifferenceWithBothValues() {
        assertThat(compare("{\"phone\":\"1\",\"level\":\"gold\",\"points\":10,\"interests\":[\"a\",\"b\"],"
                                + "\"subscribed\":true}")
                        .findings())
                .containsExactly("tags: different 1: level is \"silver\" in the topic and \"gold\" on the platform");
    }

    @Test
    void peopleWhomOnlyOneSideKnowsAreNamed() {
        Comparison comparison = StateComparison.compare(
                "tags", "phone", List.of(EARLIER), Map.of("2", ExactJson.parse("{\"phone\":\"2\"}")));

        assertThat(comparison.findings()).containsExactly("tags: missing 1", "tags: unexpected 2");
    }

    private static Comparison compare(String held) {
        JsonNode platform = ExactJson.parse(held);
        return StateComparison.compare("tags", "phone", List.of(EARLIER, LATER), Map.of("1", platform));
    }

    private static TopicRecord record(String value) {
        return new TopicRecord(ExactJson.parse("null"), ExactJson.parse(value));
    }
}
