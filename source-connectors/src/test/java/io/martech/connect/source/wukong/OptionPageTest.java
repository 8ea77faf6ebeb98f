package io.martech.connect.source.wukong;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.options.OptionReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of options in {@code docs/options} is what the connector says of itself. */
class OptionPageTest {

    private static final Path PAGE = Path.of("..", "docs", "options", "wukong-source.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = OptionReference.of("WukongSourceConnector", new WukongSourceConnector().config());
        if (Boolean.getBoolean("options.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("write it again with: mvn -pl source-connectors -am test -Doptions.update=true")
                .content()
                .isEqualTo(page);
    }
}
