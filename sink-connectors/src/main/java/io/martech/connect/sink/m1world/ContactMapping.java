package io.martech.connect.sink.m1world;

import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.RecordText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;

/** Converts a record to the write of a contact, and determines which others it may share a request with. */
final class ContactMapping {

    private final ContactOperation operation;
    private final ContactFields fields;
    private final ContactIdentities identities;
    private final RecordText group;
    private final Tombstones tombstones;

    ContactMapping(
            ContactOperation operation,
            ContactFields fields,
            ContactIdentities identities,
            RecordText group,
            Tombstones tombstones) {
        this.operation = operation;
        this.fields = fields;
        this.identities = identities;
        this.group = group;
        this.tombstones = tombstones;
    }

    /**
     * The message; empty if all fields of the record are null or blank. Contacts of one group share a request; updates
     * share one if they have the same fields, since it is undocumented what a missing value in a row means.
     *
     * @throws RecordSkippedException if it has no field that can be written
     */
    Optional<Message<ContactWrite>> of(SinkRecord record) {
        if (record.value() == null) {
            return tombstones.deletionOf(record).map(ContactMapping::message);
        }
        ContactFields.Said said = fields.of(record);
        if (said.isNothing()) {
            fields.requireAnyIn(record);
            return Optional.empty();
        }
        List<ContactIdentities.Identity> people = identities.of(said);
        String groupName = group.of(record).orElse(null);
        Contact contact = new Contact(subjectOf(people), groupName, said.fields(), said.properties());
        Set<Object> conflicts = people.stream()
                .map(ContactIdentities.Identity::conflictKey)
                .collect(Collectors.toCollection(HashSet::new));
        tombstones.deletionUnderTheKeyOf(record).ifPresent(conflicts::add);
        return Optional.of(new Message<>(addresseeOf(contact), contact.subject(), conflicts, contact));
    }

    private static Message<ContactWrite> message(ContactDeletion deletion) {
        return new Message<>(ContactDeletion.class, deletion, Set.of(deletion), deletion);
    }

    // A contact added twice exists twice, so additions are not merged; neither are records without an identity.
    private Object subjectOf(List<?> people) {
        return operation == ContactOperation.ADD || people.isEmpty() ? new Object() : people;
    }

    private Object addresseeOf(Contact contact) {
        return operation == ContactOperation.UPDATE
                ? List.of(contact.fields().keySet(), contact.properties().keySet())
                : Optional.ofNullable(contact.group());
    }

    /** {@code behavior.on.null.values}. */
    enum Tombstones {
        IGNORE {
            @Override
            Optional<ContactDeletion> deletionOf(SinkRecord record) {
                return Optional.empty();
            }
        },
        DELETE {
            @Override
            Optional<ContactDeletion> deletionOf(SinkRecord record) {
                return Optional.of(ContactDeletion.of(record));
            }
        },
        FAIL {
            @Override
            Optional<ContactDeletion> deletionOf(SinkRecord record) {
                throw NullValues.rejection();
            }
        };

        abstract Optional<ContactDeletion> deletionOf(SinkRecord record);

        /** The deletion by a tombstone with this record's key: the two must stay in order. */
        Optional<ContactDeletion> deletionUnderTheKeyOf(SinkRecord record) {
            return this == DELETE ? ContactDeletion.in(record) : Optional.empty();
        }
    }
}
