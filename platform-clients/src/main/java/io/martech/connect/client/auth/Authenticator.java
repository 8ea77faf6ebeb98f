package io.martech.connect.client.auth;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import okhttp3.Request;

/**
 * How one platform issues tokens and how a request carries one. When to ask, how often and what to do with a refusal is
 * the client's business, and the same for all platforms.
 */
public interface Authenticator {

    /** The call that asks for a token, without any secret: what messages and logs name. */
    ApiRequest tokenRequest();

    /** How answers to {@link #tokenRequest()} are understood; never as AUTHENTICATE, which would go round in circles. */
    ResponseClassifier tokenVerdicts();

    /**
     * Makes one attempt at obtaining a token: by one token call as a rule, or by none where a token was kept. One thread
     * of a client at a time is in here.
     *
     * @throws PlatformException if there will be no token, whatever the platform says
     */
    TokenAttempt obtain(TokenEndpoint endpoint) throws InterruptedException;

    /**
     * Adds the token to a request that is about to leave.
     *
     * @param serverTime the platform's clock, for signatures that grow old
     */
    Request withToken(Request request, String token, Instant serverTime);

    /** What to tell the user about tokens that are refused. */
    TokenAdvice advice();
}
