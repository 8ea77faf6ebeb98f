package io.martech.connect.client.auth;

import io.martech.connect.client.ServerClock;
import io.martech.connect.client.response.Classification;
import java.util.function.UnaryOperator;
import okhttp3.Request;

/** Where tokens are asked for. Made for one attempt. */
public interface TokenEndpoint {

    /**
     * Sends {@link Authenticator#tokenRequest()} once.
     *
     * @param withSecrets adds to the request what proves who asks
     * @return what the answer means, or that there was none
     */
    Classification send(UnaryOperator<Request> withSecrets) throws InterruptedException;

    /** The platform's clock. */
    ServerClock serverClock();
}
