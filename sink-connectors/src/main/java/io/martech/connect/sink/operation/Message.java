package io.martech.connect.sink.operation;

import java.util.Objects;
import java.util.Set;

/**
 * What a record became: what to send, and for whom.
 *
 * @param addressee messages with equal addressees may share a request; any value with {@code equals}
 * @param subject of messages that share an identity, only those with equal subjects too may share a request, in order;
 *     any value with {@code equals}
 * @param identities everyone that the message is about; a message waits for every earlier unfinished one that shares any
 * @param payload what to send
 */
public record Message<P>(Object addressee, Object subject, Set<?> identities, P payload) {

    public Message {
        Objects.requireNonNull(addressee, "addressee");
        Objects.requireNonNull(subject, "subject");
        identities = Set.copyOf(identities);
    }

    /** A message whose request speaks of one person: who has the same addressee is the same subject. */
    public Message(Object addressee, Set<?> identities, P payload) {
        this(addressee, addressee, identities, payload);
    }
}
