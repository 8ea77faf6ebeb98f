package io.martech.connect.sandbox.http;

import java.util.List;

/** One documented endpoint of a simulated platform. */
public interface ApiEndpoint {

    /** Whether a request is for this endpoint. */
    boolean matches(Request request);

    /** What its requests are for. */
    Traffic traffic();

    /** The name under which a request is counted, with its mode where the endpoint has several. */
    String countedAs(Request request);

    /** The persons that a write speaks of, in a form in which equal persons are equal texts; nobody for reads. */
    default List<String> persons(Request request) {
        return List.of();
    }

    /**
     * Answers a request.
     *
     * @throws ApiRefusal for what the platform refuses
     */
    Response answer(Request request);
}
