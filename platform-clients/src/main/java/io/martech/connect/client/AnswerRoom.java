package io.martech.connect.client;

/** The memory that a caller has for a response, consulted while the response is received. Thread-safe. */
@FunctionalInterface
public interface AnswerRoom {

    /** Accepts a response of any length that a client can read at all. */
    AnswerRoom UNBOUNDED = bytes -> true;

    /**
     * Whether this many more bytes of a response may be read. What a failed attempt has taken is not given back.
     *
     * @param bytes the maximum number of bytes of the body to be read next
     * @return false to give up the response: the call then fails with a {@link PlatformException} of the category SPLIT
     */
    boolean takes(long bytes);
}
