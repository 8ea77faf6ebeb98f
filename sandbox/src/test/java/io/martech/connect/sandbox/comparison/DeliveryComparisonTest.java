package io.martech.connect.sandbox.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryComparisonTest {

    private final DeliveryComparison comparison = new DeliveryComparison("number", "phone");

    @Test
    void everythingDeliveredInOrderIsEqualAlsoWithRepetitions() {
        List<TopicRecord> records = List.of(record("a", 1), record("b", 2), record("a", 3));

        Comparison result = comparison.compare(
                "sink",
                records,
                List.of(message("b", 2), message("a", 1), message("a", 3), message("a", 1), message("a", 3)));

        assertThat(result.findings()).isEmpty();
        assertThat(result.expected()).isEqualTo(3);
    }

    @Test
    void recordsOfOnePersonThatOvertakeEachOtherAreOutOfOrder() {
        List<TopicRecord> records = List.of(record("a", 1), record("b", 2), record("a", 3));

        Comparison result =
                comparison.compare("sink", records, List.of(message("a", 3), message("a", 1), message("b", 2)));

        assertThat(result.findings()).containsExactly("sink: out of order a: sent [1, 3], arrived [3, 1]");
    }

    @Test
    void aRecordThatNeverArrivedIsMissingAndDoesNotDisturbTheOrder() {
        List<TopicRecord> records = List.of(record("a", 1), record("a", 2), record("a", 3));

        Comparison result = comparison.compare("sink", records, List.of(message("a", 1), message("a", 3)));

        assertThat(result.findings()).containsExactly("sink: missing 2");
    }

    @Test
    void anotherValueIsADifference() {
        JsonNode altered = ExactJson.parse("{\"phone\":\"a\",\"props\":{\"number\":1,\"points\":5}}");

        Comparison result = comparison.compare("sink", List.of(record("a", 1)), List.of(altered));

        assertThat(result.findings())
                .containsExactly("sink: different 1: points is 10 in the topic and 5 on the platform");
    }

    @Test
    void aMessageThatNobodySentIsUnexpected() {
        assertThat(comparison
                        .compare("sink", List.of(), Stream.of(message("a", 9)).toList())
                        .findings())
                .containsExactly("sink: unexpected 9");
    }

    private static TopicRecord record(String person, int number) {
        return new TopicRecord(
                ExactJson.parse("null"),
                ExactJson.parse("{\"phone\":\"" + person + "\",\"number\":" + number + ",\"points\":10}"));
    }

    /** As the sink sends it: what the platform does not document stands in props. */
    private static JsonNode message(String person, int number) {
        return ExactJson.parse("{\"phone\":\"" + person + "\",\"props\":{\"number\":" + number + ",\"points\":10}}");
    }
}
