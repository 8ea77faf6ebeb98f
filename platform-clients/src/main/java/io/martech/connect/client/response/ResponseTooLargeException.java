package io.martech.connect.client.response;

import java.io.IOException;

/** An answer that no page of any platform comes near. It will not be shorter next time. */
public final class ResponseTooLargeException extends IOException {

    public ResponseTooLargeException(String message) {
        super(message);
    }
}
