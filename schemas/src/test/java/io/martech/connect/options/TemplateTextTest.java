package io.martech.connect.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the models in {@code config/} until somebody fills them in. */
class TemplateTextTest {

    @Test
    void everyWordOfTheModelsIsToldAsSuch() throws IOException {
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(10).contains("the fixed key", "the channel's key", "a refresh token");
        for (String text : texts) {
            assertThatThrownBy(() -> Validators.credential().ensureValid("some.secret", text))
                    .as(text)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("some.secret: it still holds the placeholder of the example file")
                    .hasMessageNotContaining(text);
            assertThatThrownBy(() -> Validators.platformId().ensureValid("some.id", text))
                    .as(text)
                    .hasMessageContaining("placeholder of the example file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my secret", "a", "the-key", "the key 1", "a key", "an4 b c"})
    void otherTextsAreNot(String text) {
        assertThat(Validators.isTemplateText(text)).isFalse();
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (DirectoryStream<Path> models = Files.newDirectoryStream(Path.of("..", "config"), "*.properties")) {
            for (Path model : models) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(model)) {
                    properties.load(reader);
                }
                properties.values().stream()
                        .map(String::valueOf)
                        .filter(value -> value.contains(" "))
                        .forEach(texts::add);
            }
        }
        return texts;
    }
}
