package io.martech.connect.sink.linkflow.group;

import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.linkflow.identity.Identity;
import io.martech.connect.sink.linkflow.identity.IdentityFields;
import io.martech.connect.sink.linkflow.options.SharedOptions;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.IdText;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.RecordText;
import io.martech.connect.sink.record.TruthValue;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;

/** Determines which contact a record adds to, or removes from, which group. */
public final class MembershipMapping {

    private final FieldPath contactId;
    private final IdentityFields identities;
    private final RecordText group;
    private final FieldPath removed;
    private final String nullValues;

    /**
     * @param contactId {@code contact.id.field}, or null if identities are looked up
     * @param removed {@code member.removed.field}, or null
     * @param nullValues {@code behavior.on.null.values}
     */
    public MembershipMapping(
            FieldPath contactId, IdentityFields identities, RecordText group, FieldPath removed, String nullValues) {
        this.contactId = contactId;
        this.identities = identities;
        this.group = group;
        this.removed = removed;
        this.nullValues = nullValues;
    }

    /** The message; empty if the record has no value and is skipped for that reason. */
    Optional<Message<Membership>> of(SinkRecord record) {
        boolean isTombstone = record.value() == null;
        if (isTombstone && !SinkKeys.DELETE.equals(nullValues)) {
            NullValues.of(nullValues).skip(record);
            return Optional.empty();
        }
        if (!isTombstone) {
            Fields.ofValue(record);
        }
        Membership.Change change = new Membership.Change(group.required(record), isTombstone || isRemoval(record));
        if (contactId != null) {
            long id = idOf(record);
            return Optional.of(new Message<>(change, id, Set.of(id), new Membership(change, id, null)));
        }
        List<Identity> person = identities.of(record);
        if (person.isEmpty()) {
            throw new RecordRejectedException(
                    LinkflowGroupMembersOptions.IDENTITY_FIELDS,
                    "It has no identity: all fields of " + LinkflowGroupMembersOptions.IDENTITY_FIELDS
                            + " are empty, or one of " + SharedOptions.IDENTITY_IGNORED_VALUES + ".");
        }
        Set<Object> conflicts = person.stream().map(Identity::conflictKey).collect(Collectors.toSet());
        return Optional.of(new Message<>(change, person, conflicts, new Membership(change, null, person.get(0))));
    }

    private long idOf(SinkRecord record) {
        try {
            String text = IdText.of(contactId.read(record).value());
            if (text != null && text.strip().matches("\\d{1,18}")) {
                return Long.parseLong(text.strip());
            }
        } catch (UnsuitableValueException noId) {
            // Reported below.
        }
        throw new RecordRejectedException(
                LinkflowGroupMembersOptions.CONTACT_ID_FIELD,
                "Its field " + contactId + " does not hold the id of a contact ("
                        + LinkflowGroupMembersOptions.CONTACT_ID_FIELD + ").");
    }

    private boolean isRemoval(SinkRecord record) {
        if (removed == null) {
            return false;
        }
        try {
            Object value = removed.read(record).value();
            Optional<Boolean> truth = TruthValue.of(value);
            if (truth.isPresent() || value == null || (value instanceof String text && text.isBlank())) {
                return truth.orElse(false);
            }
        } catch (UnsuitableValueException noTruth) {
            // Reported below.
        }
        throw new RecordRejectedException(
                LinkflowGroupMembersOptions.REMOVED_FIELD,
                "Its field " + removed + " must hold true or false, 1 or 0 ("
                        + LinkflowGroupMembersOptions.REMOVED_FIELD + ").");
    }
}
