package io.martech.connect.client.download;

import io.martech.connect.client.TextForm;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a stream into lines of limited length. The JDK's {@code readLine} would read a line of any length into memory,
 * and okio's bounded one supports UTF-8 only and replaces bytes that it cannot decode.
 */
final class LineReader implements Closeable {

    /** All lines of one request are held in memory together. */
    private static final int MOST_CHARACTERS_AT_ONCE = 8_000_000;

    private final BufferedReader reader;
    private final TextForm form;
    private long lines;

    LineReader(InputStream in, TextForm form) {
        this.form = form;
        this.reader = new BufferedReader(new InputStreamReader(
                in,
                form.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** @throws UnreadableFileException if the file has fewer lines */
    void skip(long toSkip) throws IOException {
        while (lines < toSkip) {
            if (next() == null) {
                throw new UnreadableFileException("sent a file of " + lines + " lines, but " + toSkip
                        + " lines of it had been read before:" + " the file has changed");
            }
        }
    }

    /** The next lines, fewer than requested if they are long; empty only at the end. */
    List<String> read(int most) throws IOException {
        List<String> read = new ArrayList<>();
        for (int characters = 0; read.size() < most && characters < MOST_CHARACTERS_AT_ONCE; ) {
            String line = next();
            if (line == null) {
                return read;
            }
            characters += line.length();
            read.add(line);
        }
        return read;
    }

    private String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = read(); character != '\n'; character = read()) {
            if (character < 0) {
                return line.isEmpty() ? null : counted(line);
            }
            if (line.length() > form.longestLine()) {
                throw tooLong();
            }
            line.append((char) character);
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return counted(line);
    }

    private String counted(StringBuilder line) throws IOException {
        if (line.length() > form.longestLine()) {
            throw tooLong();
        }
        lines++;
        return line.toString();
    }

    private UnreadableFileException tooLong() {
        return new UnreadableFileException("sent a file whose line " + (lines + 1) + " has more than "
                + form.longestLine() + " characters. If lines may be that long, raise " + form.longestLineKey());
    }

    private int read() throws IOException {
        try {
            return reader.read();
        } catch (CharacterCodingException foreign) {
            throw new UnreadableFileException("sent a file that is not " + form.charset() + " somewhere after line "
                    + lines + ". Set " + form.charsetKey() + " to its encoding");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
