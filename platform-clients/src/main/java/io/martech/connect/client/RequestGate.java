package io.martech.connect.client;

/**
 * Lets a caller that does its own retries permit or cancel one attempt right before it is sent. Called on the thread of
 * the call, after it has waited for the rate limit, for pauses and for its token.
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
     * Whether the request may be sent now.
     *
     * @param bodyBytes the length of the body in bytes; 0 if there is none
     * @return false to end the call with a {@link ClientClosedException}; nothing was sent then
     */
    boolean enter(long bodyBytes);

    /** Called when the request that {@link #enter} permitted has received a response or has failed. */
    void leave();

    /** Whether the request was rejected before with a newly issued token, so that the token is not the cause. */
    boolean isForbidden();

    /** Whether this is a retry of a failed request: the overload it met has been reported already. */
    boolean isRetry();
}
