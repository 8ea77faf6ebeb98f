package io.martech.connect.client;

/**
 * Speaks to one account of one platform. Safe for use by many threads at once.
 *
 * <p>Blocks the calling thread for the call, its retries, its waits for quota and its renewals of the token.
 */
public interface PlatformClient extends AutoCloseable {

    /**
     * Sends the request until it succeeds or cannot.
     *
     * @throws PlatformException if it cannot. Its category is SPLIT, REJECT or STOP: whatever may pass was repeated as
     *     the settings say, and what did not pass then is STOP
     * @throws ClientClosedException if the client was closed meanwhile
     */
    ApiResponse execute(ApiRequest request);

    /**
     * The same for an answer that may be too long to be held.
     *
     * @param room asked while the answer arrives
     * @throws PlatformException as above; SPLIT also if there was no room
     */
    default ApiResponse execute(ApiRequest request, AnswerRoom room) {
        return execute(request);
    }

    /**
     * Sends the request once, for a caller that does its own retries. Only a refused token is renewed, and a kept connection that the
     * platform had closed is replaced.
     *
     * @param gate asked right before the request leaves
     * @throws PlatformException if it did not succeed. Its category is RETRY or WAIT where a later attempt may succeed
     * @throws ClientClosedException if the client was closed meanwhile, or the gate let nothing pass
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

    /** This client without retries: what may pass is thrown as RETRY or WAIT, for a caller that does its own. */
    default PlatformClient once() {
        return new SingleAttempts(this, RequestGate.OPEN);
    }

    /**
     * A file that the platform has named, to be downloaded as its lines are asked for. Nothing is sent yet. Credentials go along only if
     * the file lies where the platform itself is: at the same scheme, host and port.
     *
     * @param linesReadBefore how many lines to go past; a file that has fewer is an error
     * @throws PlatformException if its address is none
     */
    TextLines open(TextFile file, long linesReadBefore);

    /** Whether all calls wait now because the platform asked to be left alone, as it does when a quota is used up. */
    default boolean isPaused() {
        return false;
    }

    /** The platform's clock as its answers tell it. */
    ServerClock serverClock();

    /** Cancels every call and every wait at once; each fails with {@link ClientClosedException}. Returns promptly. */
    @Override
    void close();
}
