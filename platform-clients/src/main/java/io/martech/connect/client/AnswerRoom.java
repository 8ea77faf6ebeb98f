package io.martech.connect.client;

/** The room that a caller has for an answer, asked while it arrives. Safe for use by several threads. */
@FunctionalInterface
public interface AnswerRoom {

    /** Takes an answer of any length that a client can read at all. */
    AnswerRoom UNBOUNDED = bytes -> true;

    /**
     * Whether so much more of an answer may be read. What a failed attempt has taken stays taken.
     *
     * @param bytes how many bytes of its body are read next, at most
     * @return false to give the answer up: the call then ends with a {@link PlatformException} of the category SPLIT
     */
    boolean takes(long bytes);
}
