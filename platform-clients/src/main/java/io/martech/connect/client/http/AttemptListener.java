package io.martech.connect.client.http;

import io.martech.connect.client.TimeSource;

/** Receives the result of every attempt that says something about the platform's load. Called by many threads, briefly. */
public interface AttemptListener {

    /** Hears nothing. */
    AttemptListener NONE = new AttemptListener() {
        @Override
        public void onSuccess(long startedNanos) {}

        @Override
        public void onOverload(long startedNanos) {}
    };

    /**
     * The platform did what was asked.
     *
     * @param startedNanos when the attempt left, by the client's {@link TimeSource#nanoTime()}
     */
    void onSuccess(long startedNanos);

    /**
     * The platform answered 429 or a 5xx that is not an answer of its own, or did not answer in time or at all.
     *
     * @param startedNanos when the attempt left, by the client's {@link TimeSource#nanoTime()}
     */
    void onOverload(long startedNanos);
}
