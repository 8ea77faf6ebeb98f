package io.martech.connect.client;

/** The client was closed, or the thread interrupted, while a call was under way. Not a failure of the platform. */
public final class ClientClosedException extends RuntimeException {

    public ClientClosedException(String message, Throwable cause) {
        super(message, cause);
    }
}
