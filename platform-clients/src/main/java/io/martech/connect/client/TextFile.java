package io.martech.connect.client;

import java.util.Objects;

/**
 * A file of text that a platform has made ready.
 *
 * @param resource what it is for, in the user's words; appears in messages and logs
 * @param address where it is, as the platform gave it: absolute, or relative to the platform's own address. Its query may hold a
 *     signature, so it is never logged
 * @param form how it is read
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
