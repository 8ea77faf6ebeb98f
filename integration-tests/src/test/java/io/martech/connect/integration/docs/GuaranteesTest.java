package io.martech.connect.integration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every test that docs/guarantees.md names exists, and every guarantee names one. */
class GuaranteesTest {

    private static final Path ROOT = ProjectRoot.find();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!Guarantee |---)(.+?) \\| (.+?) \\| .+ \\|$");

    /** The last two segments are class and method, those before them the end of the package. */
    private static final Pattern TEST = Pattern.compile("`([a-z.]*)(\\w+)\\.(\\w+)`");

    private record Row(String guarantee, String tests) {

        @Override
        public String toString() {
            return guarantee;
        }
    }

    static List<Row> guarantees() throws IOException {
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/guarantees.md")));
        List<Row> rows = new ArrayList<>();
        while (row.find()) {
            rows.add(new Row(row.group(1), row.group(2)));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("guarantees")
    void itsTestsExist(Row row) throws IOException {
        Matcher test = TEST.matcher(row.tests());
        assertThat(test.find()).as(row.tests()).isTrue();
        do {
            String file = test.group(1).replace('.', '/') + test.group(2) + ".java";
            String method = " " + test.group(3) + "(";
            assertThat(testsNamed("/" + file))
                    .as("%s, and in it%s", file, method)
                    .anySatisfy(path -> assertThat(Files.readString(path)).contains(method));
        } while (test.find());
    }

    private static List<Path> testsNamed(String file) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(path -> path.toString().endsWith(file))
                    .filter(path -> path.toString().contains("/src/test/"))
                    .toList();
        }
    }
}
