package io.martech.connect.sink.operation;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * One write operation of one platform. Knows how a record becomes a message and how messages are sent; the engine knows
 * when, and what follows. Most operations are a {@link SingleRequestOperation}.
 *
 * @param <P> what the operation keeps of a record until it is sent
 */
public interface Operation<P> {

    /**
     * Says for whom a record is and what to send. Called on the task's thread, in the order of the records; makes no
     * network call.
     *
     * @return the message, or empty if there is nothing to send, which settles the record
     * @throws RecordRejectedException if the record cannot be made into a message; without personal data
     */
    Optional<Message<P>> map(SinkRecord record);

    /**
     * Which of these payloads cannot be sent, whatever the platform answers. Asked before they are sent, by the threads that
     * send, so it may ask the platform what it has. The others are sent without them, unless the task stops for it.
     *
     * @return why not, by the place of the payload
     * @throws PlatformException if the platform cannot be asked; the task must stop
     */
    default Map<Integer, RecordRejectedException> impossible(List<P> payloads) {
        return Map.of();
    }

    /**
     * Sends these payloads, in this order; all have the same addressee. Called by several threads. What was sent may be sent
     * again, by itself or with others.
     *
     * @return an outcome for each payload, in order
     * @throws PlatformException if the platform cannot be written to; if its category is REJECT or SPLIT, the payloads are
     *     sent again in halves until the culprit stands alone
     * @throws RecordRejectedException if one of the payloads cannot be sent, and none was; they are sent in the same way
     * @throws org.apache.kafka.connect.errors.ConnectException if the task must stop, with the reason and what can be done
     */
    List<Outcome> send(List<P> payloads, PlatformClient client);

    /**
     * Sends, as {@link #send} does, a part of payloads that were refused together a moment ago. What was looked up for that
     * refusal need not be looked up for each part.
     *
     * @param refusal why the whole was refused
     */
    default List<Outcome> sendPart(List<P> payloads, PlatformException refusal, PlatformClient client) {
        return send(payloads, client);
    }

    /**
     * Whether a refusal is due to a setting, which all records share, rather than to the record. The task then stops at once.
     *
     * @return what the user should correct, if so; without personal data
     */
    default Optional<String> wrongSetting(PlatformException refusal) {
        return Optional.empty();
    }
}
