package io.martech.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import okhttp3.Request;

/**
 * How one platform issues tokens and how a request carries one. It makes no call itself: when to ask, how often and
 * what to do with a refusal is the client's business, and the same for all platforms.
 */
public interface Authenticator {

    /** The request that asks for a token. */
    ApiRequest tokenRequest();

    /** How answers to {@link #tokenRequest()} are understood; never as AUTHENTICATE, which would go round in circles. */
    VerdictRules tokenVerdicts();

    /** Adds to a token request what proves who asks. */
    Request withAccountSecret(Request tokenRequest);

    /** Reads the token out of an answer that was judged to be a success. */
    IssuedToken read(JsonNode answer);

    /** Adds the token to a request that is about to leave. */
    Request withToken(Request request, String token);
}
