package io.martech.connect.client;

/**
 * What a caller that does its own retries has to say about one attempt, right before it leaves. Called on the thread of the call,
 * after the call has waited for its quota, for pauses and for its token.
 */
public interface RequestGate {

    /** Lets every request pass. */
    RequestGate OPEN = new RequestGate() {
        @Override
        public boolean enter(long bodyBytes) {
            return true;
        }

        @Override
        public void leave() {}

        @Override
        public boolean isForbidden() {
            return false;
        }

        @Override
        public boolean isRetry() {
            return false;
        }
    };

    /**
     * Whether the request may leave now.
     *
     * @param bodyBytes the length of its body; 0 if it has none
     * @return false to end the call with a {@link ClientClosedException}; nothing was sent then
     */
    boolean enter(long bodyBytes);

    /** The request that {@link #enter} let pass has been answered, or has failed. */
    void leave();

    /** Whether the request was refused before with a token that had just been issued, so that no token is to blame. */
    boolean isForbidden();

    /** Whether it repeats a request that has failed before: its overload is known already. */
    boolean isRetry();
}
