package io.martech.connect.client;

import java.util.Objects;

/**
 * A text file that a platform has prepared for download.
 *
 * @param resource what the file holds, in the user's terms; appears in messages and logs
 * @param address the location as the platform returned it: absolute, or relative to the platform's base address. Its
 *     query may hold a signature, so it is never logged
 * @param form how to decode the file
 */
public record TextFile(String resource, String address, TextForm form) {

    public TextFile {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(form, "form");
    }

    /** Without the address, which may hold a signature. */
    @Override
    public String toString() {
        return "TextFile[" + resource + "]";
    }
}
