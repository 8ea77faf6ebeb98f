package io.martech.connect.client.download;

import java.io.IOException;

/** A file that contradicts the settings. Retrying does not help; the message says what does. */
final class UnreadableFileException extends IOException {

    UnreadableFileException(String message) {
        super(message);
    }
}
