package io.martech.connect.client;

import java.util.Objects;

/**
 * A file in a {@code multipart/form-data} body.
 *
 * @param name the name of the part, as the endpoint documents it
 * @param fileName the file name to send
 * @param contentType the media type, such as {@code text/csv}
 * @param content the bytes; not copied, and never logged
 */
public record FilePart(String name, String fileName, String contentType, byte[] content) {

    public FilePart {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(content, "content");
    }

    /** Without the content, which may hold personal data. */
    @Override
    public String toString() {
        return fileName + " (" + content.length + " bytes)";
    }
}
