package io.martech.connect.client.response;

import java.io.IOException;

/** A response larger than any page of a platform. Retrying does not help. */
public final class ResponseTooLargeException extends IOException {

    public ResponseTooLargeException(String message) {
        super(message);
    }
}
