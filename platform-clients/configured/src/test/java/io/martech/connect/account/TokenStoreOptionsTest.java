package io.martech.connect.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenStoreOptionsTest {

    private final OptionChecks validation = new OptionChecks(definition(), Map.of());

    @Test
    void isMemoryOnlyByDefault() {
        assertThat(validation.defaultOf("token.store.path")).isEqualTo("");
    }

    @Test
    void isADirectoryThatNeedNotExist(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        for (Path path : List.of(directory, directory.resolve("new"), Path.of("relative/tokens"))) {
            assertThat(validation.parsed("token.store.path", path.toString())).isEqualTo(path.toString());
        }
        assertThat(validation.refusal("token.store.path", file.toString())).contains("name a directory");
        assertThat(validation.refusal("token.store.path", "a\0b")).contains("path of a directory");
    }

    @Test
    void everyKeyIsComplete() {
        validation.everyKeyIsComplete();
        validation.nullIsRefusedExceptFor(List.of());
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        TokenStoreOptions.define(definition);
        return definition;
    }
}
