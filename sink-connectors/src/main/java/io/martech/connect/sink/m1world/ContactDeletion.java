package io.martech.connect.sink.m1world;

import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.IdText;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A contact to delete.
 *
 * @param id the platform's id
 */
record ContactDeletion(long id) implements ContactWrite {

    private static final FieldPath FIELD_OF_KEY = FieldPath.of("key.id");
    private static final FieldPath KEY = FieldPath.of("key");

    /**
     * Reads the id from the record's key: its field {@code id}, or the key itself.
     *
     * @throws RecordRejectedException if there is no such id
     */
    static ContactDeletion of(SinkRecord record) {
        return in(record)
                .orElseThrow(() -> new RecordRejectedException(
                        SinkKeys.BEHAVIOR_ON_NULL_VALUES,
                        "It is a tombstone, but its key identifies no contact: the key, or its field id, must be the"
                                + " contact's id in M1world."));
    }

    /** Like {@link #of}; empty if there is no such id. */
    static Optional<ContactDeletion> in(SinkRecord record) {
        try {
            String text = IdText.of(FIELD_OF_KEY
                    .find(record)
                    .or(() -> KEY.find(record))
                    .map(found -> found.value())
                    .orElse(null));
            if (text != null && text.strip().matches("\\d{1,18}")) {
                return Optional.of(new ContactDeletion(Long.parseLong(text.strip())));
            }
        } catch (UnsuitableValueException noId) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
