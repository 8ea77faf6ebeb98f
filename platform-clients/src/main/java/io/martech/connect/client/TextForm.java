package io.martech.connect.client;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * How a file of text is read, and how much of it at most; each with the configuration key that sets it, for messages.
 *
 * @param charset the file's encoding; what it cannot decode is an error, never a replacement character
 * @param charsetKey sets the encoding
 * @param longestLine the most characters of a line
 * @param longestLineKey sets it
 * @param largestFile the most bytes of the file, after what HTTP compressed is unpacked
 * @param largestFileKey sets it
 */
public record TextForm(
        Charset charset,
        String charsetKey,
        int longestLine,
        String longestLineKey,
        long largestFile,
        String largestFileKey) {

    public TextForm {
        Objects.requireNonNull(charset, "charset");
    }
}
