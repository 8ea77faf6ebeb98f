package io.martech.connect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
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
        assertThat(linksIn(document))
                .filteredOn(link -> !link.matches("[a-z]+:.*") && !link.startsWith("#"))
                .allSatisfy(link -> assertThat(ROOT.resolve(document).resolveSibling(link.replaceFirst("#.*", "")))
                        .exists());
    }

    private static List<String> linksIn(Path document) throws IOException {
        List<String> destinations = new ArrayList<>();
        Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(Files.readString(ROOT.resolve(document)))
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        destinations.add(link.getDestination());
                    }
                });
        return destinations;
    }
}
