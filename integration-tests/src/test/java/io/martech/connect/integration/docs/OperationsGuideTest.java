package io.martech.connect.integration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.sink.engine.SinkMetricsMXBean;
import io.martech.connect.source.engine.ResourceMetricsMXBean;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator sees is explained in docs/operations.md. Its translation is compared by {@link ReadmeTranslationTest}. */
class OperationsGuideTest {

    private static final Path ROOT = ProjectRoot.find();

    @ParameterizedTest
    @ValueSource(classes = {ResourceMetricsMXBean.class, SinkMetricsMXBean.class})
    void everyAttributeThatJmxShowsHasItsRow(Class<?> metrics) throws IOException {
        List<String> rows = firstCells();
        assertThat(Stream.of(metrics.getMethods()).map(Method::getName))
                .isNotEmpty()
                .allSatisfy(getter -> assertThat(rows)
                        .anyMatch(cell -> cell.contains("`" + getter.replaceFirst("^(get|is)", "") + "`")));
    }

    @Test
    void everyFieldOfTheProgressTopicHasItsRow() throws IOException {
        List<String> rows = firstCells();
        JsonNode schema = new ObjectMapper()
                .readTree(ROOT.resolve("schemas/avro/progress/Progress.avsc").toFile());
        assertThat(schema.path("fields")).isNotEmpty().allSatisfy(field -> assertThat(rows)
                .anyMatch(cell -> cell.contains("`" + field.path("name").textValue() + "`")));
    }

    private static List<String> firstCells() throws IOException {
        return Files.readString(ROOT.resolve("docs/operations.md"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(2, line.indexOf(" |", 2)))
                .toList();
    }
}
