package io.martech.connect.integration.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The files in {@code schemas/avro}. */
final class CommittedSchemas {

    private static final Path ROOT = ProjectRoot.find().resolve("schemas/avro");

    private CommittedSchemas() {}

    /** Names, types, documentation and defaults are those of the committed file. */
    static void assertIsCommitted(Schema schema) {
        assertThat(schema.toString(true)).isEqualTo(named(schema.getFullName()).toString(true));
    }

    /** The schema of that full name, whose last part is the file's name. */
    static Schema named(String fullName) {
        return files(false).stream()
                .filter(file -> fullName.endsWith("." + nameOf(file)))
                .map(CommittedSchemas::parse)
                .filter(schema -> schema.getFullName().equals(fullName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No file in schemas/avro is " + fullName));
    }

    /** Each released schema with the one that has taken its place. */
    static Map<Schema, Schema> releasedBeforeToday() {
        Map<Schema, Schema> pairs = new LinkedHashMap<>();
        for (Path file : files(true)) {
            pairs.put(
                    parse(file),
                    parse(ROOT.resolve(ROOT.relativize(file).getName(0)).resolve(file.getFileName())));
        }
        assertThat(pairs).isNotEmpty();
        return pairs;
    }

    private static List<Path> files(boolean released) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .filter(file -> ROOT.relativize(file).toString().contains("released") == released)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".avsc", "");
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
