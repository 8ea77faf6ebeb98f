package io.martech.connect.sink.linkflow.message;

import io.martech.connect.sink.operation.Coordinates;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.IdText;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The ids that the connector assigns. A record has the same {@code message_id} on every attempt, so that the platform
 * can remove duplicates by it; {@code message.id.seed} changes the ids of all records.
 */
public final class MessageIds {

    private final FieldPath field;
    private final String seed;
    private final String connector;

    /**
     * @param field {@code message.id.field}, or null to derive the id from the connector, the kind of message, and the
     *     record's original topic, partition and offset
     * @param seed {@code message.id.seed}; empty is a seed too
     * @param connector the connector's name: another connector on the same topic sends different messages
     */
    public MessageIds(FieldPath field, String seed, String connector) {
        this.field = field;
        this.seed = seed;
        this.connector = connector;
    }

    /**
     * The record's {@code message_id}. The value of a field is sent unchanged; with a seed it is a UUID of both.
     *
     * @throws RecordRejectedException if the field does not hold an id
     */
    String messageId(SinkRecord record, String domain, String action) {
        if (field == null) {
            Coordinates at = Coordinates.of(record);
            return NameBasedUuid.of(
                            seed,
                            connector,
                            domain,
                            action,
                            at.topic(),
                            String.valueOf(at.partition()),
                            String.valueOf(at.offset()))
                    .toString();
        }
        String id = idIn(record);
        return seed.isEmpty() ? id : NameBasedUuid.of(seed, id).toString();
    }

    /** The {@code request_id} of a request with these messages in this order. */
    static String requestId(List<String> messageIds) {
        return NameBasedUuid.of(messageIds.toArray(String[]::new)).toString();
    }

    private String idIn(SinkRecord record) {
        String id;
        try {
            id = IdText.of(field.read(record).value());
        } catch (UnsuitableValueException unsuitable) {
            throw rejection(unsuitable.of(field.toString()).getMessage());
        }
        if (id == null || id.isBlank()) {
            throw rejection("The field " + field + " is empty.");
        }
        return id;
    }

    private static RecordRejectedException rejection(String fault) {
        return new RecordRejectedException(
                LinkflowMessagesOptions.MESSAGE_ID_FIELD, fault + " It must hold the message's id (message.id.field).");
    }

    /** A UUID of version 5 (RFC 4122): equal names always give the same UUID, different ones another. */
    private static final class NameBasedUuid {

        /** The namespace of this project's ids. Changing it would deliver every record under a new id. */
        private static final UUID NAMESPACE = UUID.fromString("6f0f4b7e-3f0b-5d0c-9b1e-2d5c1f8a7e43");

        private NameBasedUuid() {}

        /** The UUID of several names in order; their boundaries are significant. */
        static UUID of(String... names) {
            MessageDigest sha1 = sha1();
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            for (String name : names) {
                byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                sha1.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                sha1.update(bytes);
            }
            ByteBuffer digest = ByteBuffer.wrap(sha1.digest());
            long most = (digest.getLong() & ~0xF000L) | 0x5000L;
            long least = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(most, least);
        }

        private static MessageDigest sha1() {
            try {
                return MessageDigest.getInstance("SHA-1");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has SHA-1", impossible);
            }
        }
    }
}
