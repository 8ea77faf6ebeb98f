package io.martech.connect.client.http;

/** Work that waits, and can be interrupted while it does. */
@FunctionalInterface
interface InterruptibleCall<T> {
    T call() throws InterruptedException;
}
