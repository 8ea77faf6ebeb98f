package io.martech.connect.client;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * How a file of text is read; each with the configuration key that sets it, for messages.
 *
 * @param charset the file's encoding; what it cannot decode is an error, never a replacement character
 * @param charsetKey sets the encoding
 * @param longestLine the most characters of a line
 * @param longestLineKey sets it
 */
public record TextForm(Charset charset, String charsetKey, int longestLine, String longestLineKey) {

    public TextForm {
        Objects.requireNonNull(charset, "charset");
    }
}
