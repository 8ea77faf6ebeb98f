package io.martech.connect.sink.linkflow.tagfile;

import io.martech.connect.sink.operation.RecordRejectedException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The format of files of tag values. It is undocumented, so every part of it is an option.
 *
 * @param columns the content of each line, in order
 * @param header the cells of the first line; empty for none
 * @param separator the separator of cells, one character
 * @param quotes when a cell is quoted; quotes within it are doubled
 * @param lineEnd the end of each line, including the last one
 */
public record TagFileFormat(
        List<TagFileColumn> columns,
        List<String> header,
        String separator,
        Quotes quotes,
        String lineEnd,
        Charset charset) {

    public TagFileFormat {
        columns = List.copyOf(columns);
        header = List.copyOf(header);
    }

    /** When a cell is quoted. */
    enum Quotes {
        /** If it contains a separator, a quote or a line end. */
        NEEDED,
        ALWAYS,
        /** A record that would require quotes is rejected. */
        NEVER
    }

    /** @throws RecordRejectedException if the line cannot be written in this format */
    void check(TagLine line) {
        for (TagFileColumn column : columns) {
            String cell = column.of(line);
            if (quotes == Quotes.NEVER && needsQuotes(cell, separator)) {
                throw new RecordRejectedException(
                        TagFileOptions.QUOTES,
                        "The " + column.word() + " that it has for the tag " + line.tagKey() + " holds the separator, a"
                                + " quote or the end of a line, which a file without quotes cannot hold: choose another "
                                + TagFileOptions.SEPARATOR + " or other " + TagFileOptions.QUOTES + ".");
            }
            if (!charset.newEncoder().canEncode(cell)) {
                throw new RecordRejectedException(
                        TagFileOptions.CHARSET,
                        "The " + column.word() + " that it has for the tag " + line.tagKey()
                                + " holds a character that " + charset.name() + " (" + TagFileOptions.CHARSET
                                + ") lacks.");
            }
        }
    }

    /** The file, from lines that {@link #check} has accepted. */
    byte[] of(List<TagLine> lines) {
        StringBuilder text = new StringBuilder();
        if (!header.isEmpty()) {
            append(text, header);
        }
        lines.forEach(line ->
                append(text, columns.stream().map(column -> column.of(line)).toList()));
        return text.toString().getBytes(charset);
    }

    private void append(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(this::quoted).collect(Collectors.joining(separator)))
                .append(lineEnd);
    }

    private String quoted(String cell) {
        boolean isQuoted = quotes == Quotes.ALWAYS || (quotes == Quotes.NEEDED && needsQuotes(cell, separator));
        return isQuoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** Whether a cell could be taken for several. */
    static boolean needsQuotes(String cell, String separator) {
        return cell.contains(separator) || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
    }
}
