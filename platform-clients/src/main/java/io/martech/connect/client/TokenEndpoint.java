package io.martech.connect.client;

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
    Verdict send(UnaryOperator<Request> withSecrets) throws InterruptedException;

    /** The platform's clock. */
    ServerClock serverClock();
}
