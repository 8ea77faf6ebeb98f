package io.martech.connect.client;

/**
 * A client for one account of one platform. Thread-safe.
 *
 * <p>Blocks the calling thread for the call, its retries, its waits for the rate limit and its token renewals.
 */
public interface PlatformClient extends AutoCloseable {

    /**
     * Sends the request, retrying transient failures, until it succeeds or is given up.
     *
     * @throws PlatformException if the call failed. Its category is SPLIT, REJECT or STOP: transient failures were
     *     retried as the settings say, and are STOP when the retries are exhausted
     * @throws ClientClosedException if the client was closed during the call
     */
    ApiResponse execute(ApiRequest request);

    /**
     * Like {@link #execute(ApiRequest)}, for a response that may be too long to be held in memory.
     *
     * @param room consulted while the response is received
     * @throws PlatformException as above; SPLIT also if there was no room
     */
    default ApiResponse execute(ApiRequest request, AnswerRoom room) {
        return execute(request);
    }

    /**
     * Sends the request once, for a caller that does its own retries. Only a rejected token is renewed, and a stale
     * connection is replaced.
     *
     * @param gate consulted right before the request is sent
     * @throws PlatformException if the attempt failed. Its category is RETRY or WAIT if a later attempt may succeed
     * @throws ClientClosedException if the client was closed during the call, or the gate refused the request
     */
    default ApiResponse attempt(ApiRequest request, RequestGate gate) {
        if (!gate.enter(0)) {
            throw new ClientClosedException("The request must not leave any more", null);
        }
        try {
            return execute(request);
        } finally {
            gate.leave();
        }
    }

    /**
     * This client without retries: transient failures are thrown as RETRY or WAIT, for a caller that does its own
     * retries.
     */
    default PlatformClient once() {
        return new PlatformClient() {

            @Override
            public ApiResponse execute(ApiRequest request) {
                return PlatformClient.this.attempt(request, RequestGate.OPEN);
            }

            @Override
            public ApiResponse attempt(ApiRequest request, RequestGate other) {
                return PlatformClient.this.attempt(request, other);
            }

            @Override
            public TextLines open(TextFile file, long linesReadBefore) {
                return PlatformClient.this.open(file, linesReadBefore);
            }

            @Override
            public boolean isPaused() {
                return PlatformClient.this.isPaused();
            }

            @Override
            public ServerClock serverClock() {
                return PlatformClient.this.serverClock();
            }

            @Override
            public void close() {
                // The owner of the underlying client closes it.
            }
        };
    }

    /**
     * Opens a file that the platform has named; it is downloaded as its lines are read. Sends nothing yet. Credentials
     * are sent only if the file is at the platform's own scheme, host and port.
     *
     * @param linesReadBefore how many lines to skip; a file with fewer lines is an error
     * @throws PlatformException if the address is not a valid URL
     */
    TextLines open(TextFile file, long linesReadBefore);

    /** Whether all calls are paused because the platform asked for it, for example because a quota is used up. */
    default boolean isPaused() {
        return false;
    }

    /** The platform's clock, derived from its responses. */
    ServerClock serverClock();

    /** Cancels every call and every wait at once; each fails with {@link ClientClosedException}. Returns promptly. */
    @Override
    void close();
}
