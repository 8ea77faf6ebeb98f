package io.martech.connect.sink.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.config.OptionReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed reference of the options says what the connector does. */
class OptionReferenceIsFreshTest {

    private static final Path PAGE = Path.of("..", "docs", "options", "linkflow-messages-sink.md");

    @Test
    void the_page_is_what_the_configuration_says() throws IOException {
        String expected = OptionReference.of("LinkflowMessagesSinkConnector", LinkflowMessagesConfig.definition());
        if (Boolean.getBoolean("options.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE)
                .as(
                        "write it anew with: mvn test -pl sink-connectors -am -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Doptions.update=true",
                        getClass().getSimpleName())
                .hasContent(expected);
    }
}
