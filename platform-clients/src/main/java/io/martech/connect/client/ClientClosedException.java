package io.martech.connect.client;

/** The client was closed, or the thread was interrupted, during a call. It says nothing about the platform. */
public final class ClientClosedException extends RuntimeException {

    public ClientClosedException(String message, Throwable cause) {
        super(message, cause);
    }
}
