package io.martech.connect.sink.operation;

import java.util.Objects;
import java.util.Set;

/**
 * What to send for a record, and which other records it may share a request with.
 *
 * @param addressee the batch key: messages with equal batch keys may share a request; any value with {@code equals}
 * @param subject the merge key: messages that share an identity may share a request, in order, only if their merge keys
 *     are equal too; any value with {@code equals}
 * @param identities all identities that the message is about; a message waits for every earlier unfinished one that
 *     shares any
 * @param payload what to send
 */
public record Message<P>(Object addressee, Object subject, Set<?> identities, P payload) {

    public Message {
        Objects.requireNonNull(addressee, "addressee");
        Objects.requireNonNull(subject, "subject");
        identities = Set.copyOf(identities);
    }

    /** A message whose request is about one identity: its batch key is its merge key. */
    public Message(Object addressee, Set<?> identities, P payload) {
        this(addressee, addressee, identities, payload);
    }
}
