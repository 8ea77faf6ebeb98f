package io.martech.connect.sandbox.quickstart.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The quickstart compares both ends of every stream, so a connector without one must not go unnoticed. */
class EveryStreamIsShownTest {

    private static final Path CONFIG = Path.of("..", "config");

    /** Files with more in their name than the connector's are other ways to deploy one that is shown. */
    @Test
    void everyConnectorInConfigIsDeployed() throws IOException {
        try (Streams streams = Streams.start(0);
                Stream<Path> files = Files.list(CONFIG)) {
            List<String> shown = Stream.concat(
                            streams.sources().stream().map(Source::connectorFile),
                            streams.sinks().stream().map(Sink::connectorFile))
                    .toList();
            List<String> connectors = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("-source.json") || name.endsWith("-sink.json"))
                    .toList();
            assertThat(shown).containsExactlyInAnyOrderElementsOf(connectors);
        }
    }
}
