package io.martech.connect.integration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.martech.connect.integration.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * docs/endpoints.md and its translation are printed: who calls an endpoint comes from the compiled code, what for from {@code docs/endpoints.txt}
 * of the test resources, which holds every endpoint of the four API documents.
 */
class EveryEndpointTest {

    private static final Path ROOT = ProjectRoot.find();

    /** How many endpoints the API document of each platform describes. */
    private static final Map<String, Integer> DOCUMENTED =
            Map.of("linkflow", 37, "wukong", 5, "m1world", 19, "youmi", 8);

    private static final EndpointCallers CALLERS = new EndpointCallers(new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.martech.connect"));

    /** @param paths more than one if a later revision of the document has another */
    private record Endpoint(String platform, String method, List<String> paths, String key) {

        static Endpoint of(String platform, String key) {
            List<String> words = List.of(key.split(" "));
            return new Endpoint(platform, words.get(0), words.subList(1, words.size()), key);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, .md", "1, .zh-CN.md"})
    void thePageIsWhatTheCodeSays(int language, String suffix) throws IOException {
        Path page = ROOT.resolve("docs/endpoints" + suffix);
        String expected = page(language, suffix);
        if (Boolean.getBoolean("endpoints.update")) {
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("write it again with: mvn -pl integration-tests -am test -Dtest=EveryEndpointTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dendpoints.update=true")
                .content()
                .isEqualTo(expected);
    }

    @Test
    void everyDocumentedEndpointHasItsTexts() throws IOException {
        assertThat(endpoints().stream()
                        .collect(Collectors.groupingBy(Endpoint::platform, Collectors.summingInt(each -> 1))))
                .isEqualTo(DOCUMENTED);
    }

    @Test
    void everyPathInTheCodeIsADocumentedOne() throws IOException {
        Set<String> documented = endpoints().stream()
                .flatMap(endpoint -> endpoint.paths().stream())
                .map(EndpointCallers::withoutNames)
                .collect(Collectors.toSet());
        assertThat(CALLERS.paths()).isNotEmpty().isSubsetOf(documented);
    }

    private static String page(int language, String suffix) throws IOException {
        Map<String, List<String>> texts = texts();
        StringBuilder page = new StringBuilder("# %s\n\n%s\n\n%s\n"
                .formatted(
                        texts.get("title").get(language),
                        texts.get("translation").get(language),
                        texts.get("introduction").get(language)));
        String platform = null;
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.platform().equals(platform)) {
                platform = endpoint.platform();
                page.append("\n## %s\n\n".formatted(texts.get(platform).get(language)));
                page.append(texts.get("columns").get(language)).append("\n|---|---|---|\n");
            }
            page.append("| %s | %s | %s |\n"
                    .formatted(
                            names(endpoint, texts.get("revision").get(language)),
                            callers(endpoint, texts, language, suffix),
                            texts.get(endpoint.key()).get(language)));
        }
        return page.toString();
    }

    private static String names(Endpoint endpoint, String ofRevisions) {
        String name = endpoint.method() + " " + endpoint.paths().get(0);
        return endpoint.paths().size() == 1
                ? "`" + name + "`"
                : ofRevisions.formatted(name, endpoint.paths().get(1));
    }

    private static String callers(Endpoint endpoint, Map<String, List<String>> texts, int language, String suffix)
            throws IOException {
        Set<String> callers = callersOf(endpoint);
        if (callers.isEmpty()) {
            return texts.get("unused").get(language);
        }
        Set<String> connectors = CALLERS.connectorsOf(endpoint.platform());
        List<String> cells = new ArrayList<>();
        if (connectors.size() > 1 && callers.containsAll(connectors)) {
            cells.add(texts.get("all")
                    .get(language)
                    .formatted(texts.get(endpoint.platform()).get(0)));
            callers.removeAll(connectors);
        }
        callers.forEach(name -> cells.add(
                name.equals(EndpointCallers.AUTHORIZE)
                        ? "`" + name + "`"
                        : "[%s](connectors/%s%s)".formatted(name, name, suffix)));
        return String.join(texts.get("separator").get(language), cells);
    }

    private static Set<String> callersOf(Endpoint endpoint) throws IOException {
        String path = endpoint.paths().get(0);
        if (CALLERS.isForBrowsers(endpoint.platform(), path)) {
            return Stream.of(EndpointCallers.AUTHORIZE).collect(Collectors.toSet());
        }
        boolean hasOneMethod = endpoints().stream()
                        .filter(each -> EndpointCallers.withoutNames(
                                        each.paths().get(0))
                                .equals(EndpointCallers.withoutNames(path)))
                        .count()
                == 1;
        return endpoint.paths().stream()
                .flatMap(
                        each -> CALLERS.of(endpoint.platform(), hasOneMethod ? null : endpoint.method(), each).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Endpoint> endpoints() throws IOException {
        List<Endpoint> endpoints = new ArrayList<>();
        String platform = null;
        for (String key : texts().keySet()) {
            if (DOCUMENTED.containsKey(key)) {
                platform = key;
            } else if (key.contains(" /")) {
                endpoints.add(Endpoint.of(platform, key));
            }
        }
        return endpoints;
    }

    /** English and Chinese by key, in the order of the file. */
    private static Map<String, List<String>> texts() throws IOException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        String file = Files.readString(Path.of("src", "test", "resources", "docs", "endpoints.txt"));
        Arrays.stream(file.split("\n\n"))
                .skip(1)
                .map(block -> List.of(block.split("\n")))
                .forEach(block -> {
                    assertThat(block)
                            .as("%s: its key, its English text, its Chinese text", block.get(0))
                            .hasSize(3)
                            .noneMatch(String::isBlank);
                    assertThat(texts.put(block.get(0), block.subList(1, 3)))
                            .as("%s stands twice", block.get(0))
                            .isNull();
                });
        return texts;
    }
}
