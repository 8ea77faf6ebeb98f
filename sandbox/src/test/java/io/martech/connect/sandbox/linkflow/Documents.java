package io.martech.connect.sandbox.linkflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Examples of the document, without their comments. */
final class Documents {

    private Documents() {}

    static String read(String name) throws IOException {
        try (InputStream in = Documents.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
