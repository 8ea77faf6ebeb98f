package io.martech.connect.integration.docs;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;

/** The links of a Markdown document. */
public final class DocumentLinks {

    private DocumentLinks() {}

    /** Those that are paths to other files, as they are written but without what follows {@code #}. */
    public static List<String> toFilesIn(String markdown) {
        List<String> destinations = new ArrayList<>();
        Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown)
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        destinations.add(link.getDestination());
                    }
                });
        return destinations.stream()
                .filter(link -> !link.matches("[a-z]+:.*") && !link.startsWith("#"))
                .map(link -> link.replaceFirst("#.*", ""))
                .toList();
    }
}
