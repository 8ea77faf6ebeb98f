package io.martech.connect.integration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links between the project's documents lead to something that is there. */
class DocumentLinksTest {

    private static final Path ROOT = ProjectRoot.find();
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)`");

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(ROOT::relativize)
                    .filter(file -> !file.toString().contains("target/"))
                    .sorted()
                    .toList();
        }
    }

    /** Those that contributors read: a name with two capitals is a class of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/ARCHITECTURE.md", "CONTRIBUTING.md"})
    void everyClassThatIsNamedExists(String document) throws IOException {
        Matcher name = CLASS.matcher(Files.readString(ROOT.resolve(document)));
        Set<String> names = new TreeSet<>();
        while (name.find()) {
            names.add(name.group(1) + ".java");
        }
        try (Stream<Path> files = Files.walk(ROOT)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(names::contains)
                            .collect(Collectors.toSet()))
                    .isEqualTo(names);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        assertThat(DocumentLinks.toFilesIn(Files.readString(ROOT.resolve(document))))
                .allSatisfy(link ->
                        assertThat(ROOT.resolve(document).resolveSibling(link)).exists());
    }
}
