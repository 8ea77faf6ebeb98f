package io.martech.connect.sink.operation;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.PlatformClient;
import java.util.Collections;
import java.util.List;

/**
 * An operation that sends a batch by a single request.
 *
 * @param <P> what the operation keeps of a record until it is sent
 */
public interface SingleRequestOperation<P> extends Operation<P> {

    /** The request that carries these payloads, in this order; all have the same addressee. Called by several threads. */
    ApiRequest request(List<P> payloads);

    /** An outcome for each payload, in order, from an answer that the client judged to be a success. */
    default List<Outcome> outcomes(List<P> payloads, ApiResponse answer) {
        return Collections.nCopies(payloads.size(), Outcome.delivered());
    }

    @Override
    default List<Outcome> send(List<P> payloads, PlatformClient client) {
        return outcomes(payloads, client.execute(request(payloads)));
    }
}
