package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.sink.linkflow.identity.Identity;
import java.util.List;

/**
 * The changes of one contact's tags in one record.
 *
 * @param identity the contact's identity
 * @param changes one or more, each of a different tag
 */
public record PersonTags(Identity identity, List<TagChange> changes) {

    public PersonTags {
        changes = List.copyOf(changes);
    }
}
