package io.martech.connect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11111111111111112001",
                "100.240",
                "0.000",
                "0.1",
                "9007199254740993",
                "123456789012345678901234567890.123456789012345678901234567890",
                "-0.10",
            })
    void numbersComeBackDigitByDigit(String number) throws JsonProcessingException {
        String document = "{\"props\":[" + number + "]}";

        assertThat(new String(Json.write(Json.read(document)), StandardCharsets.UTF_8))
                .isEqualTo(document);
        assertThat(Json.read(document).path("props").path(0).decimalValue()).isEqualTo(new BigDecimal(number));
    }

    @Test
    void decimalsAreWrittenPlain() {
        assertThat(new String(Json.write(Json.object().put("n", new BigDecimal("1E+3"))), StandardCharsets.UTF_8))
                .isEqualTo("{\"n\":1000}");
    }

    @Test
    void longNumbersAreRead() throws JsonProcessingException {
        String number = "9".repeat(5000);

        assertThat(Json.read(number).bigIntegerValue()).hasToString(number);
    }

    @Test
    void nothingIsMissingNotNull() throws JsonProcessingException {
        assertThat(Json.read(new byte[0]).isMissingNode()).isTrue();
        assertThat(Json.read("null").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[1", "[1]]", "[1] x", "{\"a\":1,}", "NaN", "[1e99999999999]", "\u0000\u0000\u0000\u0041\u0099"})
    void whatIsNoWholeDocumentIsMalformed(String text) {
        assertThatThrownBy(() -> Json.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void bytesThatLookLikeTextOfFourBytesEachAndAreNotAreMalformed() {
        byte[] noText = {0, 0, 0, '[', 0x7f, 0, 0, 0};

        assertThatThrownBy(() -> Json.read(noText)).isInstanceOf(JsonProcessingException.class);
    }
}
