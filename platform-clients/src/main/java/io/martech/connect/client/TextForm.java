package io.martech.connect.client;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * How to decode a text file; each property with the configuration key that sets it, for messages.
 *
 * @param charset the file's encoding; bytes that it cannot decode are an error, never a replacement character
 * @param charsetKey the key of the encoding
 * @param longestLine the maximum number of characters in a line
 * @param longestLineKey the key of the maximum
 */
public record TextForm(Charset charset, String charsetKey, int longestLine, String longestLineKey) {

    public TextForm {
        Objects.requireNonNull(charset, "charset");
    }
}
