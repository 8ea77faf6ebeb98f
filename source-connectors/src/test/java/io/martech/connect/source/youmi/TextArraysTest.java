package io.martech.connect.source.youmi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextArraysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"[\"3516\", \"3521\"] | [\"3516\",\"3521\"]", "[] | []", "[{\"n\" : 100.240}] | [{\"n\":100.240}]"
            })
    void anArrayStandsBesideItsTextDigitByDigit(String text, String array) {
        JsonNode unpacked = YoumiEndpoints.unpackedIn(row(text), List.of("list"));

        assertThat(unpacked.path("list").textValue()).isEqualTo(text);
        assertThat(unpacked.path("list_items").toString()).isEqualTo(array);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"[\"3516\"", "3516", "{\"a\":[]}", "null", "~~", "dong23287,mioz888"})
    void aTextThatIsNoArrayHasNothingBesideIt(String text) {
        JsonNode row = row(text);
        assertThat(YoumiEndpoints.unpackedIn(row, List.of("list", "absent"))).isEqualTo(row);
    }

    @Test
    void nullHasNothingBesideItAndAnArrayStandsThereAsWell() throws Exception {
        JsonNode row = Json.read("{\"list\":null}");
        assertThat(YoumiEndpoints.unpackedIn(row, List.of("list"))).isEqualTo(row);
        assertThat(YoumiEndpoints.unpackedIn(Json.read("{\"list\":[1]}"), List.of("list")))
                .isEqualTo(Json.read("{\"list\":[1],\"list_items\":[1]}"));
    }

    @Test
    void theRowItselfStaysAsItWas() {
        ObjectNode row = row("[]");
        YoumiEndpoints.unpackedIn(row, List.of("list"));
        assertThat(row).isEqualTo(row("[]"));
    }

    private static ObjectNode row(String text) {
        return Json.object().put("list", text);
    }
}
