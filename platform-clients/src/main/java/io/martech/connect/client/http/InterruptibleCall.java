package io.martech.connect.client.http;

/** Work that waits, and can be interrupted while it does. */
@FunctionalInterface
public interface InterruptibleCall<T> {
    T call() throws InterruptedException;
}
