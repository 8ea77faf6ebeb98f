package io.martech.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.options.OptionReference;
import io.martech.connect.source.linkflow.LinkflowSourceConnector;
import io.martech.connect.source.m1world.M1worldSourceConnector;
import io.martech.connect.source.wukong.WukongSourceConnector;
import io.martech.connect.source.youmi.YoumiSourceConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of options in {@code docs/options} are what the connectors say of themselves. */
class OptionReferenceIsFreshTest {

    static Stream<Arguments> connectors() {
        return Stream.of(
                Arguments.of("linkflow-source.md", new LinkflowSourceConnector()),
                Arguments.of("m1world-source.md", new M1worldSourceConnector()),
                Arguments.of("wukong-source.md", new WukongSourceConnector()),
                Arguments.of("youmi-source.md", new YoumiSourceConnector()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("connectors")
    void thePageIsUpToDate(String file, SourceConnector connector) throws IOException {
        Path page = Path.of("..", "docs", "options", file);
        String expected = OptionReference.of(connector.getClass().getSimpleName(), connector.config());
        if (Boolean.getBoolean("options.update")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("write it again with: mvn -pl source-connectors -am test -Doptions.update=true")
                .content()
                .isEqualTo(expected);
    }
}
