package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.sink.linkflow.identity.Identity;
import java.util.List;

/**
 * What one record says of one person's tags.
 *
 * @param identity whose
 * @param changes one or more, each of another tag
 */
public record PersonTags(Identity identity, List<TagChange> changes) {

    public PersonTags {
        changes = List.copyOf(changes);
    }
}
