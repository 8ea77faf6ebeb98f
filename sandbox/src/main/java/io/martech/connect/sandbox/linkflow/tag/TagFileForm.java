package io.martech.connect.sandbox.linkflow.tag;

import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The form that files of tag values must have, of which the document says nothing: lines of two cells, quoted where they must be.
 *
 * @param separator of the cells
 * @param hasHeader whether the first line is no person
 * @param valueComesFirst whether the value is the first cell, and the identity the second
 */
public record TagFileForm(char separator, boolean hasHeader, boolean valueComesFirst, Charset charset) {

    /** {@code identity,value} after a header, in UTF-8. */
    public static final TagFileForm USUAL = new TagFileForm(',', true, false, StandardCharsets.UTF_8);

    /** One line of a file. */
    record Line(String identity, String value) {}

    /** @throws ApiRefusal B00010 for a file of another form */
    List<Line> read(byte[] file) {
        List<List<String>> rows = rows(decoded(file));
        List<Line> lines = new ArrayList<>();
        for (List<String> row : rows.subList(hasHeader ? Math.min(1, rows.size()) : 0, rows.size())) {
            if (row.size() != 2) {
                throw Refusals.illegalParameter("file");
            }
            lines.add(valueComesFirst ? new Line(row.get(1), row.get(0)) : new Line(row.get(0), row.get(1)));
        }
        return lines;
    }

    private String decoded(byte[] file) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException otherCharset) {
            throw Refusals.illegalParameter("file");
        }
    }

    private List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDoubled = isQuoted && c == '"' && text.startsWith("\"\"", i);
            if (isDoubled) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && c == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!isQuoted && c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else if (isQuoted || c != '\r') {
                cell.append(c);
            }
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
