package io.martech.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.linkflow.LinkflowEndpoints;
import io.martech.connect.source.m1world.M1worldEndpoints;
import io.martech.connect.source.wukong.WukongEndpoints;
import io.martech.connect.source.youmi.YoumiEndpoints;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * docs/resources.md and its translation are printed from the declarations of the endpoints. What only words can say stands in
 * {@code docs/resources.<language>.properties} of the test resources; a full list needs none.
 */
class ResourcePagesAreFreshTest {

    private record Platform(String name, List<? extends SourceEndpoint<?>> declared) {}

    private static final List<Platform> PLATFORMS = List.of(
            new Platform("linkflow", LinkflowEndpoints.ALL),
            new Platform("m1world", M1worldEndpoints.ALL),
            new Platform("wukong", WukongEndpoints.ALL),
            new Platform("youmi", YoumiEndpoints.ALL));

    @ParameterizedTest
    @CsvSource({"en, resources.md", "zh-CN, resources.zh-CN.md"})
    void thePageIsWhatTheDeclarationsSay(String language, String file) throws IOException {
        Path page = Path.of("..", "docs", file);
        String expected = page(wordsIn(language));
        if (Boolean.getBoolean("resources.update")) {
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("write it again with: mvn -pl source-connectors -am test -Dresources.update=true")
                .content()
                .isEqualTo(expected);
    }

    private static String page(Properties words) {
        StringBuilder page = new StringBuilder("# %s\n\n%s\n\n%s\n"
                .formatted(word(words, "title"), word(words, "translation"), word(words, "introduction")));
        for (Platform platform : PLATFORMS) {
            page.append("\n## ").append(word(words, platform.name() + ".title")).append("\n\n");
            page.append(word(words, platform.name() + ".introduction")).append("\n\n");
            page.append(word(words, "columns")).append("\n|---|---|---|---|\n");
            SourceEndpoint.names(platform.declared()).forEach(resource -> page.append(rows(platform, resource, words)));
        }
        return page.append('\n').append(word(words, "every")).append('\n').toString();
    }

    private static String rows(Platform platform, String resource, Properties words) {
        String prefix = platform.name() + "." + resource;
        StringBuilder rows = new StringBuilder(row(
                "`" + resource + "`",
                resource,
                keyOf(platform, resource, words),
                words.getProperty(prefix + ".how", word(words, "list"))));
        for (int more = 1; words.containsKey(prefix + "." + more + ".option"); more++) {
            String one = prefix + "." + more;
            rows.append(row(
                    word(words, "with").formatted("`" + resource + "`", "`" + word(words, one + ".option") + "`"),
                    word(words, one + ".topic"),
                    word(words, one + ".key"),
                    word(words, one + ".how")));
        }
        return rows.toString();
    }

    private static String row(String resource, String topic, String key, String how) {
        return "| %s | `<prefix>.%s` | %s | %s |\n".formatted(resource, topic, key, how);
    }

    private static String keyOf(Platform platform, String resource, Properties words) {
        return platform.declared().stream()
                .filter(endpoint -> endpoint.name().equals(resource))
                .flatMap(endpoint -> endpoint.schema().stream())
                .findFirst()
                .map(schema -> schema.key().ids().stream()
                        .map(id -> "`" + id.field() + "`")
                        .collect(Collectors.joining(word(words, "separator"))))
                .orElseGet(() -> word(words, platform.name() + "." + resource + ".key"));
    }

    private static String word(Properties words, String key) {
        assertThat(words).containsKey(key);
        return words.getProperty(key);
    }

    private static Properties wordsIn(String language) throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src", "test", "resources", "docs", "resources." + language + ".properties"))) {
            words.load(file);
        }
        return words;
    }
}
