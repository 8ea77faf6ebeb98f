package io.martech.connect.integration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.ProjectRoot;
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

    private static final int LONGEST_FIRST_PAGE_LINES = 160;
    private static final long LONGEST_FIRST_PAGE_BYTES = 9_000;

    /** The documents for users of the connectors; those for contributors exist in English only. */
    static List<String> translated() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> ROOT.relativize(file).toString())
                    .filter(file -> file.endsWith(".zh-CN.md") && !file.contains("target/"))
                    .map(file -> file.replace(".zh-CN.md", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void documentsForUsersAreTranslated() throws IOException {
        assertThat(translated())
                .contains(
                        "README",
                        "config/README",
                        "docs/install",
                        "docs/operations",
                        "docs/resources",
                        "docs/endpoints",
                        "platform-clients/authorize/README");
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs/connectors"))) {
            assertThat(translated())
                    .containsAll(pages.map(page -> ROOT.relativize(page).toString())
                            .filter(page -> !page.endsWith(".zh-CN.md"))
                            .map(page -> page.replace(".md", ""))
                            .toList());
        }
    }

    @Test
    void theFirstPageIsShort() throws IOException {
        assertThat(Files.readAllLines(english("README"))).hasSizeLessThanOrEqualTo(LONGEST_FIRST_PAGE_LINES);
        assertThat(Files.size(english("README"))).isLessThanOrEqualTo(LONGEST_FIRST_PAGE_BYTES);
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
