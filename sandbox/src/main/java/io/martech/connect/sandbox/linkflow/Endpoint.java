package io.martech.connect.sandbox.linkflow;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import java.util.List;

/** One documented endpoint. A new one is a small class like this and a line in {@link LinkflowServer}. */
interface Endpoint {

    /** Whether a request is for this endpoint. */
    boolean matches(Request request);

    /** What its requests are for. */
    Traffic traffic();

    /** The name under which a request is counted, with its mode where the endpoint has several. */
    String countedAs(Request request);

    /** Whether a valid token is needed. */
    default boolean needsToken() {
        return true;
    }

    /** The persons that a write speaks of; nobody for reads. */
    default List<String> persons(Request request) {
        return List.of();
    }

    /**
     * Answers a request.
     *
     * @throws PlatformRefusal for documented errors
     */
    Response answer(Request request);
}
