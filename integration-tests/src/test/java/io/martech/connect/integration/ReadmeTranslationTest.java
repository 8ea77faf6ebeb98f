package io.martech.connect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document and its Chinese translation say the same. Words cannot be compared; headings, tables, commands, names and links can. */
class ReadmeTranslationTest {

    private static final Path ROOT = ProjectRoot.find();
    private static final int LINES_AROUND = 6;

    /** What everybody reads who only wants to use it. */
    static List<String> translated() {
        return List.of("README", "config/README", "docs/operations", "platform-clients/authorize/README");
    }

    @ParameterizedTest
    @MethodSource("translated")
    void bothHaveEqualHeadingsTablesCommandsNamesAndLinks(String document) {
        List<String> chinese = MarkdownOutline.of(chinese(document));
        List<String> english = MarkdownOutline.of(english(document));
        int same = 0;
        while (same < Math.min(chinese.size(), english.size())
                && chinese.get(same).equals(english.get(same))) {
            same++;
        }
        assertThat(around(same, chinese))
                .as("%s.zh-CN.md where it first differs from %s.md", document, document)
                .isEqualTo(around(same, english));
    }

    /** Its first link is the one to its original. */
    @ParameterizedTest
    @MethodSource("translated")
    void theTranslationLeadsToTranslations(String document) throws IOException {
        List<String> links = DocumentLinks.toFilesIn(Files.readString(chinese(document)));
        assertThat(links.stream().skip(1).filter(link -> link.endsWith(".md") && !link.endsWith(".zh-CN.md")))
                .allSatisfy(
                        link -> assertThat(chinese(document).resolveSibling(link.replaceFirst("\\.md$", ".zh-CN.md")))
                                .doesNotExist());
    }

    @Test
    void everyTranslationIsCompared() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            assertThat(files.map(file -> ROOT.relativize(file).toString())
                            .filter(file -> file.endsWith(".zh-CN.md") && !file.contains("target/"))
                            .map(file -> file.replace(".zh-CN.md", "")))
                    .containsExactlyInAnyOrderElementsOf(translated());
        }
    }

    private static Path english(String document) {
        return ROOT.resolve(document + ".md");
    }

    private static Path chinese(String document) {
        return ROOT.resolve(document + ".zh-CN.md");
    }

    private static List<String> around(int line, List<String> outline) {
        return outline.subList(Math.max(0, line - LINES_AROUND), Math.min(outline.size(), line + LINES_AROUND));
    }
}
