package io.martech.connect.client;

import java.io.IOException;

/** An answer that no page of any platform comes near. It will not be shorter next time. */
final class AnswerTooLongException extends IOException {

    AnswerTooLongException(String message) {
        super(message);
    }
}
