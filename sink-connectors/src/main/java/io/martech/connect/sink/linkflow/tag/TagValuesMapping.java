package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.sink.linkflow.identity.Identity;
import io.martech.connect.sink.linkflow.identity.IdentityFields;
import io.martech.connect.sink.linkflow.options.SharedOptions;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.NullValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;

/** Determines which contact's tags a record changes, and how. */
public final class TagValuesMapping {

    private final IdentityFields identities;
    private final TagFields tags;
    private final NullValues nullValues;

    public TagValuesMapping(IdentityFields identities, TagFields tags, NullValues nullValues) {
        this.identities = identities;
        this.tags = tags;
        this.nullValues = nullValues;
    }

    /**
     * The message; empty if all tags of the record are null. Its batch key is the first identity; it stays in order
     * with every message that shares any of its identities.
     *
     * @throws RecordSkippedException if it has none of the fields that are tags
     */
    public Optional<Message<PersonTags>> of(SinkRecord record) {
        if (nullValues.skip(record)) {
            return Optional.empty();
        }
        List<TagChange> changes = tags.of(record);
        if (changes.isEmpty()) {
            tags.requireAnyIn(record);
            return Optional.empty();
        }
        List<Identity> person = identitiesOf(record);
        Set<Object> conflicts = person.stream().map(Identity::conflictKey).collect(Collectors.toSet());
        return Optional.of(new Message<>(person.get(0), conflicts, new PersonTags(person.get(0), changes)));
    }

    private List<Identity> identitiesOf(SinkRecord record) {
        List<Identity> found = identities.of(record);
        if (found.isEmpty()) {
            throw new RecordRejectedException(
                    TagOptions.IDENTITY_FIELDS,
                    "It has no identity: all fields of " + TagOptions.IDENTITY_FIELDS + " are empty, or one of "
                            + SharedOptions.IDENTITY_IGNORED_VALUES + ".");
        }
        return found;
    }
}
