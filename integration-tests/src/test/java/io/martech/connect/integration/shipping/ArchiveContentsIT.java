package io.martech.connect.integration.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.integration.cluster.ShippedConnectors;
import io.martech.connect.integration.docs.DocumentLinks;
import io.martech.connect.sandbox.cluster.PluginArchives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the built archives hold and, as important, what they do not. */
class ArchiveContentsIT {

    private static final Path ROOT = ProjectRoot.find();
    private static final long LARGEST_ARCHIVE_BYTES = 7_000_000;
    private static final int JAVA_17 = 61;

    /** Both forms of both archives: the component zip, and the plain directory of jars. */
    static Stream<Archive> archives() throws IOException {
        return Stream.concat(
                componentArchives(),
                Stream.of(directoryArchive("source-connectors"), directoryArchive("sink-connectors")));
    }

    static Stream<Archive> componentArchives() {
        return PluginArchives.builtUnder(ROOT).files().stream().map(Archive::read);
    }

    @ParameterizedTest
    @MethodSource("archives")
    void bringsItsLibrariesButNothingThatTheWorkerOwns(Archive archive) {
        Set<String> classes = archive.jarEntries().keySet().stream()
                .map(entry -> entry.substring(entry.indexOf('!') + 1))
                .filter(entry -> entry.endsWith(".class"))
                .collect(Collectors.toSet());

        assertThat(classes)
                .as("two copies of Kafka's or slf4j's classes in one worker do not know each other")
                .noneMatch(name -> name.startsWith("org/apache/kafka/") || name.startsWith("org/slf4j/"));
        assertThat(classes)
                .contains(
                        "okhttp3/OkHttpClient.class",
                        "okio/Okio.class",
                        "kotlin/Unit.class",
                        "com/fasterxml/jackson/databind/ObjectMapper.class");
        assertThat(classes)
                .as("the simulators are for tests and demonstrations only")
                .noneMatch(name -> name.startsWith("io/martech/connect/sandbox/"));
    }

    @ParameterizedTest
    @MethodSource("archives")
    void runsOnJava17(Archive archive) {
        assertThat(archive.jarEntries().entrySet())
                .filteredOn(entry -> entry.getKey().endsWith(".class")
                        && !entry.getKey().contains("META-INF/versions/")
                        && classFileVersion(entry.getValue()) > JAVA_17)
                .extracting(Map.Entry::getKey)
                .as("classes for a Java newer than 17")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("archives")
    void isSmall(Archive archive) {
        assertThat(archive.path().toFile().length()).isLessThan(LARGEST_ARCHIVE_BYTES);
    }

    @ParameterizedTest
    @MethodSource("archives")
    void namesEveryBundledLibraryWithItsLicence(Archive archive) {
        String notes = archive.files().containsKey("doc/THIRD-PARTY.txt")
                ? archive.text("doc/THIRD-PARTY.txt")
                : archive.text("THIRD-PARTY.txt");

        assertThat(thirdPartyJars(archive)).isNotEmpty().allSatisfy(jar -> {
            int version = jar.lastIndexOf('-');
            String artifact =
                    jar.substring(0, version) + ":" + jar.substring(version + 1, jar.length() - ".jar".length());
            assertThat(notes).containsPattern("\\(.+\\) .*:" + artifact);
        });
    }

    @ParameterizedTest
    @MethodSource("componentArchives")
    void describesItselfToConfluentsTools(Archive archive) throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(archive.text("manifest.json"));
        String kind = kindOf(archive);

        assertThat(manifest.path("name").asText()).isEqualTo("kafka-connect-martech-" + kind + "-connectors");
        assertThat(manifest.path("version").asText()).isNotBlank();
        assertThat(manifest.path("title").asText()).isNotBlank();
        assertThat(manifest.path("description").asText()).isNotBlank();
        assertThat(manifest.at("/owner/username").asText()).isEqualTo("martech");
        assertThat(manifest.at("/license/0/name").asText()).isEqualTo("Apache-2.0");
        assertThat(manifest.at("/component_types/0").asText()).isEqualTo(kind);
        assertThat(manifest.at("/features/kafka_connect_api").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("archives")
    void holdsTheProjectsDocumentsAndWhatAnAdministratorFillsIn(Archive archive) {
        assertThat(archive.namesIn("doc"))
                .contains("LICENSE", "README.md", "README.zh-CN.md", "docs/operations.md", "docs/operations.zh-CN.md");

        assertThat(archive.namesIn("etc")).isEqualTo(examplesFor(kindOf(archive)));
    }

    @ParameterizedTest
    @MethodSource("archives")
    void everyLinkInItsDocumentsLeadsToWhatItHolds(Archive archive) {
        assertThat(archive.files().keySet().stream().filter(name -> name.endsWith(".md")))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(DocumentLinks.toFilesIn(archive.text(document)))
                        .allSatisfy(link -> assertThat(archive.holds(resolve(document, link)))
                                .as(link)
                                .isTrue()));
    }

    @ParameterizedTest
    @MethodSource("componentArchives")
    void namesItsConnectorsInAServiceManifest(Archive archive) {
        String service = kindOf(archive).equals("source")
                ? "org.apache.kafka.connect.source.SourceConnector"
                : "org.apache.kafka.connect.sink.SinkConnector";

        List<String> named = archive.jarEntries().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("!META-INF/services/" + service))
                .flatMap(entry -> new String(entry.getValue(), StandardCharsets.UTF_8).lines())
                .toList();

        assertThat(named)
                .as("what is not named is not found with plugin.discovery=SERVICE_LOAD")
                .containsExactlyInAnyOrderElementsOf(ShippedConnectors.ofKind(kindOf(archive)));
    }

    private static String resolve(String document, String link) {
        return Path.of(document).resolveSibling(link).normalize().toString();
    }

    private static Archive directoryArchive(String module) throws IOException {
        try (Stream<Path> built = Files.list(ROOT.resolve(module).resolve("target"))) {
            return Archive.read(built.filter(file -> file.toString().endsWith("-plugin.zip"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static List<String> thirdPartyJars(Archive archive) {
        return archive.files().keySet().stream()
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .filter(jar -> !jar.startsWith("kafka-connect-martech-"))
                .toList();
    }

    private static String kindOf(Archive archive) {
        return archive.toString().contains("source") ? "source" : "sink";
    }

    /** Connectors of its kind, and the files and the page that all of them need. */
    private static Set<String> examplesFor(String kind) {
        Path examples = ROOT.resolve("config");
        try (Stream<Path> files = Files.list(examples)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(kind) || !name.endsWith(".json"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int classFileVersion(byte[] classFile) {
        return ((classFile[6] & 0xff) << 8) | (classFile[7] & 0xff);
    }
}
