package io.martech.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.options.OptionReference;
import io.martech.connect.sink.linkflow.LinkflowDimensionsSinkConnector;
import io.martech.connect.sink.linkflow.LinkflowGroupMembersSinkConnector;
import io.martech.connect.sink.linkflow.LinkflowMessagesSinkConnector;
import io.martech.connect.sink.linkflow.LinkflowTagValuesSinkConnector;
import io.martech.connect.sink.m1world.M1worldContactsSinkConnector;
import io.martech.connect.sink.wukong.WukongLeadsSinkConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed references of the options say what the connectors do. */
class OptionReferenceIsFreshTest {

    private static final Path PAGES = Path.of("..", "docs", "options");

    static Stream<Arguments> connectors() {
        return Stream.of(
                Arguments.of("linkflow-messages-sink.md", new LinkflowMessagesSinkConnector()),
                Arguments.of("linkflow-tag-values-sink.md", new LinkflowTagValuesSinkConnector()),
                Arguments.of("linkflow-dimensions-sink.md", new LinkflowDimensionsSinkConnector()),
                Arguments.of("linkflow-group-members-sink.md", new LinkflowGroupMembersSinkConnector()),
                Arguments.of("m1world-contacts-sink.md", new M1worldContactsSinkConnector()),
                Arguments.of("wukong-leads-sink.md", new WukongLeadsSinkConnector()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("connectors")
    void the_page_is_what_the_configuration_says(String file, SinkConnector connector) throws IOException {
        Path page = PAGES.resolve(file);
        String expected = OptionReference.of(connector.getClass().getSimpleName(), connector.config());
        if (Boolean.getBoolean("options.update")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, expected);
        }

        assertThat(page)
                .as(
                        "write it anew with: mvn test -pl sink-connectors -am -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Doptions.update=true",
                        getClass().getSimpleName())
                .hasContent(expected);
    }
}
