package io.martech.connect.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkKeysTest {

    private final Validation validation = new Validation(definition(), Map.of());

    @Test
    void defaults() {
        assertThat(validation.defaultOf("batch.size")).isEqualTo(50);
        assertThat(validation.defaultOf("linger.ms")).isEqualTo(5L);
        assertThat(validation.defaultOf("behavior.on.null.values")).isEqualTo("ignore");
        assertThat(validation.defaultOf("max.consecutive.rejections")).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"batch.size, 1, 0", "linger.ms, 0, -1", "max.consecutive.rejections, 1, 0"})
    void numbersHaveALeast(String key, String valid, String invalid) {
        assertThat(validation.parsed(key, valid)).hasToString(valid);
        assertThat(validation.refusal(key, invalid)).contains("or more");
    }

    @Test
    void recordsWithoutAValueAreIgnoredOrFail() {
        assertThat(validation.parsed("behavior.on.null.values", "fail")).isEqualTo("fail");
        assertThat(validation.refusal("behavior.on.null.values", "delete")).contains("ignore, fail");
        assertThat(validation.recommended("behavior.on.null.values")).containsExactly("ignore", "fail");
    }

    @Test
    void everyKeyIsComplete() {
        validation.everyKeyIsComplete();
        validation.nullIsRefusedExceptFor(List.of());
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        SinkKeys.define(definition, "acme", 50);
        return definition;
    }
}
