package io.martech.connect.client.auth;

import io.martech.connect.client.ServerClock;
import io.martech.connect.client.response.Classification;
import java.util.function.UnaryOperator;
import okhttp3.Request;

/** The token endpoint, for one attempt. */
public interface TokenEndpoint {

    /**
     * Sends {@link Authenticator#tokenRequest()} once.
     *
     * @param withSecrets adds the credentials to the request
     * @return the classification of the response, or of the missing response
     */
    Classification send(UnaryOperator<Request> withSecrets) throws InterruptedException;

    /** The platform's clock. */
    ServerClock serverClock();
}
