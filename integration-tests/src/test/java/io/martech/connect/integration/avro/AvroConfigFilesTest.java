package io.martech.connect.integration.avro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.martech.connect.integration.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each JSON file of {@code config/} has a twin for Avro, which says the same but for the form of the records. */
class AvroConfigFilesTest {

    private static final Path CONFIG = ProjectRoot.find().resolve("config");
    private static final String CONVERTER = "io.confluent.connect.avro.AvroConverter";

    static List<Path> connectors() throws IOException {
        try (Stream<Path> files = Files.list(CONFIG)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith("-avro.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void hasATwinForAvro(Path json) throws IOException {
        Path avro = Path.of(json.toString().replace(".json", "-avro.json"));

        assertThat(besidesTheForm(avro)).isEqualTo(besidesTheForm(json));
        String platform = json.getFileName().toString().split("-")[0];
        assertThat(configuration(avro))
                .containsEntry("key.converter", CONVERTER)
                .containsEntry("value.converter", CONVERTER)
                .containsEntry(
                        "value.converter.schema.registry.url",
                        "${file:config/" + platform + ".properties:schema.registry.url}");
    }

    private static Map<String, String> besidesTheForm(Path file) throws IOException {
        Map<String, String> configuration = configuration(file);
        configuration.keySet().removeIf(key -> key.matches("(key|value)\\.converter.*|timestamp\\.handling\\.mode"));
        return configuration;
    }

    private static Map<String, String> configuration(Path file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        Map<String, String> configuration = new TreeMap<>();
        json.path("config")
                .properties()
                .forEach(entry ->
                        configuration.put(entry.getKey(), entry.getValue().textValue()));
        return configuration;
    }
}
