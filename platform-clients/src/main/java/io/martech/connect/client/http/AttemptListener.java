package io.martech.connect.client.http;

import io.martech.connect.client.TimeSource;

/**
 * Receives the result of every attempt that indicates the platform's load. Called by many threads; must return quickly.
 */
public interface AttemptListener {

    /** Ignores all results. */
    AttemptListener NONE = new AttemptListener() {
        @Override
        public void onSuccess(long startedNanos) {}

        @Override
        public void onOverload(long startedNanos) {}
    };

    /**
     * The platform processed the request.
     *
     * @param startedNanos when the attempt was sent, by the client's {@link TimeSource#nanoTime()}
     */
    void onSuccess(long startedNanos);

    /**
     * The platform responded with 429, 408 or a 5xx without its own error code, or there was no response in time.
     *
     * @param startedNanos when the attempt was sent, by the client's {@link TimeSource#nanoTime()}
     */
    void onOverload(long startedNanos);
}
