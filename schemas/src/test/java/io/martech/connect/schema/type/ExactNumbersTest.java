package io.martech.connect.schema.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DoubleNode;
import io.martech.connect.schema.ExactJson;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-1, -1",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "1.0, 1",
        "1e3, 1000",
        "'\"144357503180802\"', 144357503180802",
        "'\"-7\"', -7",
        "'\"1.000\"', 1",
        "9007199254740993, 9007199254740993",
        "9007199254740993.0, 9007199254740993"
    })
    void wholeNumbersOf64BitsAreRead(String json, long expected) {
        assertThat(ExactNumbers.longOf(ExactJson.read(json))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "11111111111111112001",
                "1.5",
                "1e999999999",
                "1e-999999999",
                "true",
                "null",
                "{}",
                "[1]",
                "\"\"",
                "\" 1\"",
                "\"+1\"",
                "\"007\"",
                "\"-\"",
                "\"1.\"",
                "\".5\"",
                "\"1e\"",
                "\"1e+\"",
                "\"0x10\"",
                "\"١\"",
                "\"1,000\"",
                "\"9223372036854775808\"",
                "\"1e99999999999999999999\""
            })
    void anythingElseIsNoWholeNumber(String json) {
        assertThat(ExactNumbers.longOf(ExactJson.read(json))).isNull();
    }

    @Test
    void wholeNumbersOf32BitsEndEarlier() {
        assertThat(ExactNumbers.intOf(ExactJson.read("2147483647"))).isEqualTo(Integer.MAX_VALUE);
        assertThat(ExactNumbers.intOf(ExactJson.read("2147483648"))).isNull();
        assertThat(ExactNumbers.intOf(ExactJson.read("\"-2147483648\""))).isEqualTo(Integer.MIN_VALUE);
        assertThat(ExactNumbers.intOf(ExactJson.read("-2147483649"))).isNull();
    }

    @Test
    void decimalsKeepEveryDigit() {
        assertThat(ExactNumbers.decimalOf(ExactJson.read("100.240"))).isEqualTo(new BigDecimal("100.240"));
        assertThat(ExactNumbers.decimalOf(ExactJson.read("\"100.240\""))).isEqualTo(new BigDecimal("100.240"));
        assertThat(ExactNumbers.decimalOf(ExactJson.read("11111111111111112001.1")))
                .isEqualTo(new BigDecimal("11111111111111112001.1"));
    }

    @Test
    void aTextOfEndlessDigitsIsNoNumber() {
        assertThat(ExactNumbers.decimalOf(ExactJson.read('"' + "9".repeat(1_000) + '"')))
                .isNotNull();
        assertThat(ExactNumbers.decimalOf(ExactJson.read('"' + "9".repeat(1_001) + '"')))
                .isNull();
    }

    @Test
    void infinityOfACarelessReaderIsNoNumber() {
        assertThat(ExactNumbers.decimalOf(DoubleNode.valueOf(Double.POSITIVE_INFINITY)))
                .isNull();
        assertThat(ExactNumbers.longOf(DoubleNode.valueOf(Double.NaN))).isNull();
    }
}
