package io.martech.connect.client.auth;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import okhttp3.Request;

/**
 * How a platform issues tokens and how a request carries one. When to request a token, how often, and how to handle a
 * rejection is decided by the client, in the same way for all platforms.
 */
public interface Authenticator {

    /** The token call without any secret; messages and logs name it. */
    ApiRequest tokenRequest();

    /** Classifies the responses to {@link #tokenRequest()}; never as AUTHENTICATE, which would recurse. */
    ResponseClassifier tokenVerdicts();

    /**
     * Makes one attempt at obtaining a token: usually by one token call, or without a call if a stored token is still
     * valid. Called by one thread of a client at a time.
     *
     * @throws PlatformException if no token can be obtained, so that the attempt must not be retried
     */
    TokenAttempt obtain(TokenEndpoint endpoint) throws InterruptedException;

    /**
     * Adds the token to a request that is about to be sent.
     *
     * @param serverTime the platform's clock, for signatures that expire
     */
    Request withToken(Request request, String token, Instant serverTime);

    /** What to advise the user to do about rejected tokens. */
    TokenAdvice advice();
}
