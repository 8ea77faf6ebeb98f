package io.martech.connect.sink.operation;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * One write operation of one platform. It defines how a record becomes a message and how messages are sent; the engine
 * decides when, and what follows. Most operations are a {@link SingleRequestOperation}.
 *
 * @param <P> the part of a record that the operation keeps until it is sent
 */
public interface Operation<P> {

    /**
     * Converts a record to a message. Called on the task's thread, in the order of the records; makes no network call.
     *
     * @return the message, or empty if there is nothing to send, which settles the record
     * @throws RecordRejectedException if the record cannot be converted to a message; without personal data
     */
    Optional<Message<P>> map(SinkRecord record);

    /**
     * Finds the payloads that cannot be sent, regardless of the platform's response. Called before they are sent, by the
     * request threads, so it may read from the platform. The others are sent without them, unless the task stops because
     * of them.
     *
     * @return the reason, by the index of the payload
     * @throws PlatformException if the platform cannot be read; the task must stop
     */
    default Map<Integer, RecordRejectedException> impossible(List<P> payloads) {
        return Map.of();
    }

    /**
     * Sends these payloads, in this order; all have the same batch key. Called by several threads. Payloads that were
     * sent may be sent again, alone or with others.
     *
     * @return an outcome for each payload, in order
     * @throws PlatformException if the platform cannot be written to; if its category is REJECT or SPLIT, the payloads
     *     are sent again in halves until the offending one is alone
     * @throws RecordRejectedException if one of the payloads cannot be sent, and none was; they are sent again in halves
     *     likewise
     * @throws org.apache.kafka.connect.errors.ConnectException if the task must stop, with the reason and what can be
     *     done
     */
    List<Outcome> send(List<P> payloads, PlatformClient client);

    /**
     * Sends, as {@link #send} does, a part of payloads that were just rejected together. What was read from the platform
     * for that rejection need not be read again for each part.
     *
     * @param refusal why the whole was rejected
     */
    default List<Outcome> sendPart(List<P> payloads, PlatformException refusal, PlatformClient client) {
        return send(payloads, client);
    }

    /**
     * Whether a rejection is caused by a setting, which all records share, rather than by the record. The task then stops
     * at once.
     *
     * @return what the user should correct, if so; without personal data
     */
    default Optional<String> wrongSetting(PlatformException refusal) {
        return Optional.empty();
    }
}
