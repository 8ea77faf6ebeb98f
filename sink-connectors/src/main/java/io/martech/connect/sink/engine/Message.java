package io.martech.connect.sink.engine;

import java.util.Objects;
import java.util.Set;

/**
 * What a record became: what to send, and for whom.
 *
 * @param addressee messages with equal addressees may share a request; any value with {@code equals}
 * @param identities everyone that the message is about; a message waits for every earlier unfinished one that shares any
 * @param payload what to send
 */
public record Message<P>(Object addressee, Set<?> identities, P payload) {

    public Message {
        Objects.requireNonNull(addressee, "addressee");
        identities = Set.copyOf(identities);
    }
}
