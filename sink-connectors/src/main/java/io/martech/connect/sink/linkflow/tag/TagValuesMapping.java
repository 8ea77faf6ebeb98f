package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.sink.engine.Message;
import io.martech.connect.sink.engine.RecordRejectedException;
import io.martech.connect.sink.engine.RecordSkippedException;
import io.martech.connect.sink.linkflow.identity.Identity;
import io.martech.connect.sink.linkflow.identity.IdentityFields;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import io.martech.connect.sink.record.NullValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whose tags a record is about, and what it says of them. */
public final class TagValuesMapping {

    private static final Logger LOG = LoggerFactory.getLogger(TagValuesMapping.class);

    private final IdentityFields identities;
    private final TagFields tags;
    private final NullValues nullValues;
    private final AtomicBoolean toldOfEmptyRecord = new AtomicBoolean();

    public TagValuesMapping(IdentityFields identities, TagFields tags, NullValues nullValues) {
        this.identities = identities;
        this.tags = tags;
        this.nullValues = nullValues;
    }

    /**
     * The message; empty if the record has no value, where that is ignored. Its addressee is the first identity; it keeps its order with
     * every message that shares any of its identities.
     */
    public Optional<Message<PersonTags>> of(SinkRecord record) {
        if (nullValues.skip(record)) {
            return Optional.empty();
        }
        List<TagChange> changes = tags.of(record);
        if (changes.isEmpty()) {
            tellOfEmptyRecord(record);
            throw new RecordSkippedException("It has none of the fields of " + TagKeys.TAG_FIELDS + ".");
        }
        List<Identity> person = identitiesOf(record);
        Set<Object> conflicts = person.stream().map(Identity::conflictKey).collect(Collectors.toSet());
        return Optional.of(new Message<>(person.get(0), conflicts, new PersonTags(person.get(0), changes)));
    }

    private List<Identity> identitiesOf(SinkRecord record) {
        List<Identity> found = identities.of(record);
        if (found.isEmpty()) {
            throw new RecordRejectedException(
                    TagKeys.IDENTITY_FIELDS,
                    "It has no identity: all fields of " + TagKeys.IDENTITY_FIELDS + " are empty, or one of "
                            + MessageKeys.IDENTITY_IGNORED_VALUES + ".");
        }
        return found;
    }

    // Once: a topic of records without tags would otherwise be dropped silently.
    private void tellOfEmptyRecord(SinkRecord record) {
        if (toldOfEmptyRecord.compareAndSet(false, true)) {
            LOG.warn(
                    "A record without any tag is skipped; further ones are not logged: topic {}, partition {},"
                            + " offset {}. If it should have one, correct {}.",
                    record.originalTopic(),
                    record.originalKafkaPartition(),
                    record.originalKafkaOffset(),
                    TagKeys.TAG_FIELDS);
        }
    }
}
