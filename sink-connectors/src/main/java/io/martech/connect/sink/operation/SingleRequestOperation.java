package io.martech.connect.sink.operation;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.PlatformClient;
import java.util.Collections;
import java.util.List;

/**
 * An operation that sends a batch in a single request.
 *
 * @param <P> the part of a record that the operation keeps until it is sent
 */
public interface SingleRequestOperation<P> extends Operation<P> {

    /** The request for these payloads, in this order; all have the same batch key. Called by several threads. */
    ApiRequest request(List<P> payloads);

    /** An outcome for each payload, in order, from a successful response. */
    default List<Outcome> outcomes(List<P> payloads, ApiResponse answer) {
        return Collections.nCopies(payloads.size(), Outcome.delivered());
    }

    @Override
    default List<Outcome> send(List<P> payloads, PlatformClient client) {
        return outcomes(payloads, client.execute(request(payloads)));
    }
}
