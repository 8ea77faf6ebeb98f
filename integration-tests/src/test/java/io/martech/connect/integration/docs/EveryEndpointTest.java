package io.martech.connect.integration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/endpoints.md: complete, and true of the code. Its translation is compared by {@link ReadmeTranslationTest}. */
class EveryEndpointTest {

    private static final Path ROOT = ProjectRoot.find();

    /** The endpoints that the four documents describe; two of them have another path in a later revision. */
    private static final int DOCUMENTED = 37 + 5 + 19 + 8;

    private static final Pattern ROW = Pattern.compile("\\| (`[A-Z]+ /[^|]+) \\| ([^|]+) \\|");
    private static final Pattern PATH = Pattern.compile("`(?:[A-Z]+ )?(/[^`]+)`");

    /** Paths in the code, or their beginnings. */
    private static final Pattern IN_CODE = Pattern.compile("\"(/[A-Za-z][A-Za-z0-9_/]*)\"");

    private static final List<String> SHIPPED =
            List.of("platform-clients/src/main", "source-connectors/src/main", "sink-connectors/src/main");

    private record Row(List<String> paths, String use) {

        boolean isUsed() {
            return !use.startsWith("*not used*");
        }
    }

    @Test
    void everyDocumentedEndpointHasItsRow() throws IOException {
        assertThat(rows()).hasSize(DOCUMENTED);
    }

    @Test
    void whatIsSaidToBeUsedIsInTheCode() throws IOException {
        String code = code();
        for (Row row : rows()) {
            if (row.isUsed()) {
                assertThat(row.paths()).allSatisfy(path -> assertThat(code)
                        .as(path)
                        .contains(path.substring(1, path.indexOf('{') < 0 ? path.length() : path.indexOf('{'))));
            }
        }
    }

    @Test
    void whatTheCodeAsksForIsInATable() throws IOException {
        List<String> paths =
                rows().stream().flatMap(row -> row.paths().stream()).toList();
        Set<String> asked = new TreeSet<>();
        Matcher path = IN_CODE.matcher(code());
        while (path.find()) {
            asked.add(path.group(1));
        }
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(paths).as(each).anyMatch(known -> known.contains(each)));
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/endpoints.md")));
        while (row.find()) {
            List<String> paths = new ArrayList<>();
            Matcher path = PATH.matcher(row.group(1));
            while (path.find()) {
                paths.add(path.group(1));
            }
            rows.add(new Row(paths, row.group(2)));
        }
        return rows;
    }

    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        for (String sources : SHIPPED) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(sources))) {
                for (Path file :
                        files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    code.append(Files.readString(file));
                }
            }
        }
        return code.toString();
    }
}
