package io.martech.connect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both READMEs say the same. Words cannot be compared; headings, tables, commands, names and links can. */
class ReadmeTranslationTest {

    private static final Path ROOT = ProjectRoot.find();
    private static final int LINES_AROUND = 6;

    /** Each README links to the other. */
    private static final Map<String, String> EACH_OTHER =
            Map.of("README.md", "the other", "README.zh-CN.md", "the other");

    @Test
    void bothReadmesHaveEqualHeadingsTablesCommandsNamesAndLinks() {
        List<String> chinese = MarkdownOutline.of(ROOT.resolve("README.zh-CN.md"), EACH_OTHER);
        List<String> english = MarkdownOutline.of(ROOT.resolve("README.md"), EACH_OTHER);
        int same = 0;
        while (same < Math.min(chinese.size(), english.size())
                && chinese.get(same).equals(english.get(same))) {
            same++;
        }
        assertThat(around(same, chinese))
                .as("README.zh-CN.md where it first differs from README.md")
                .isEqualTo(around(same, english));
    }

    private static List<String> around(int line, List<String> outline) {
        return outline.subList(Math.max(0, line - LINES_AROUND), Math.min(outline.size(), line + LINES_AROUND));
    }
}
