package io.martech.connect.integration.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/** What remains of a Markdown document in every language: its outline, tables, commands, names and links. */
final class MarkdownOutline extends AbstractVisitor {

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> names = new TreeMap<>();

    private MarkdownOutline() {}

    /**
     * @return one line for each heading, paragraph, list item, table cell and line of code, each with the names in code style and the links
     *     that stand in it, in alphabetical order, for word order differs between languages; a link to a translation counts as
     *     one to its original
     */
    static List<String> of(Path document) {
        try {
            Node parsed = Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .build()
                    .parse(Files.readString(document));
            MarkdownOutline outline = new MarkdownOutline();
            parsed.accept(outline);
            return outline.lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void visit(Heading heading) {
        block("#".repeat(heading.getLevel()), heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
        block("paragraph", paragraph);
    }

    @Override
    public void visit(ListItem item) {
        lines.add("item");
        visitChildren(item);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow) {
            lines.add("row");
        }
        if (node instanceof TableCell) {
            block("cell", node);
        } else {
            visitChildren(node);
        }
    }

    /** What follows {@code #} in a line is a comment, and what stands in quotes in a diagram a label: both are translated. */
    @Override
    public void visit(FencedCodeBlock code) {
        String translated = code.getInfo().equals("mermaid") ? "\"[^\"]*\"" : "\\s+#.*";
        Stream.of(code.getLiteral().split("\n"))
                .map(line -> line.replaceAll(translated, ""))
                .map(line -> code.getInfo() + "> " + line)
                .forEach(lines::add);
    }

    @Override
    public void visit(Code code) {
        names.merge("`" + code.getLiteral() + "`", 1, Integer::sum);
    }

    @Override
    public void visit(Link link) {
        names.merge("(" + link.getDestination().replace(".zh-CN.md", ".md") + ")", 1, Integer::sum);
        visitChildren(link);
    }

    private void block(String kind, Node node) {
        names.clear();
        visitChildren(node);
        lines.add(kind + (names.isEmpty() ? "" : " " + names));
    }
}
