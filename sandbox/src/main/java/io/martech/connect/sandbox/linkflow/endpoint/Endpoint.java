package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import io.martech.connect.sandbox.linkflow.server.LinkflowServer;

/** One documented endpoint. A new one is a small class like this and a line in {@link LinkflowServer}. */
public interface Endpoint extends ApiEndpoint {

    /** Whether a valid token is needed. */
    default boolean needsToken() {
        return true;
    }

    /**
     * Answers a request.
     *
     * @throws PlatformRefusal for documented errors
     */
    @Override
    Response answer(Request request);
}
