package io.martech.connect.client.download;

import java.io.IOException;

/** A file that is not what the settings say. It will not be next time either; the message says what can be done. */
final class UnreadableFileException extends IOException {

    UnreadableFileException(String message) {
        super(message);
    }
}
