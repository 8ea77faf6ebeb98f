package io.martech.connect.integration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.source.linkflow.LinkflowSourceConnector;
import io.martech.connect.source.m1world.M1worldSourceConnector;
import io.martech.connect.source.wukong.WukongSourceConnector;
import io.martech.connect.source.youmi.YoumiSourceConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/resources.md lists what the connectors read, and nothing else. Its translation is compared by {@link ReadmeTranslationTest}. */
class ResourcesPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)`.*?\\| `<prefix>\\.([a-z-]+)` \\|");

    static Stream<Arguments> platforms() {
        return Stream.of(
                Arguments.of("Linkflow", new LinkflowSourceConnector()),
                Arguments.of("M1world", new M1worldSourceConnector()),
                Arguments.of("Wukong", new WukongSourceConnector()),
                Arguments.of("Youmi", new YoumiSourceConnector()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("platforms")
    void everyResourceHasItsRowAndEveryRowItsResource(String platform, SourceConnector connector) throws IOException {
        String page = Files.readString(ProjectRoot.find().resolve("docs/resources.md"));
        int start = page.indexOf("\n## " + platform + "\n");
        Matcher row = ROW.matcher(page.substring(start, page.indexOf("\n## ", start + 1)));
        Set<String> listed = new LinkedHashSet<>();
        while (row.find()) {
            listed.add(row.group(1));
        }
        String valid = connector
                .config()
                .configKeys()
                .get(SourceKeys.RESOURCES)
                .validator
                .toString();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(valid.replace("one or more of ", "").split(", ")));
    }
}
