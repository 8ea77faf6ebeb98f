package io.martech.connect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the project's documents lead to something that is there. */
class DocumentLinksTest {

    private static final Path ROOT = ProjectRoot.find();

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(ROOT::relativize)
                    .filter(file -> !file.toString().contains("target/"))
                    .sorted()
                    .toList();
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
