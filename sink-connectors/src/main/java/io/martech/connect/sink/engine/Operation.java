package io.martech.connect.sink.engine;

import io.martech.connect.client.Answer;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.PlatformException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * One write endpoint of one platform. Knows how a record becomes a message and how messages become a request; the engine
 * knows when to send it and what follows.
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

    /** The request that carries these payloads, in this order; all have the same addressee. Called by several threads. */
    ApiRequest request(List<P> payloads);

    /** An outcome for each payload, in order, from an answer that the client judged to be a success. */
    default List<Outcome> outcomes(List<P> payloads, Answer answer) {
        return Collections.nCopies(payloads.size(), Outcome.delivered());
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
