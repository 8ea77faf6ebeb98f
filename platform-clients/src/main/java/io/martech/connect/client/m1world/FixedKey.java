package io.martech.connect.client.m1world;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.IssuedToken;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.auth.TokenAttempt;
import io.martech.connect.client.auth.TokenEndpoint;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import okhttp3.Request;

/** A key that the user was given for good: there is no token call, and nothing can be renewed. */
final class FixedKey implements Authenticator {

    private static final String ADVICE = "Check m1world.token.";

    private final String key;
    private final ResponseClassifier rules;

    FixedKey(String key, ResponseClassifier rules) {
        this.key = key;
        this.rules = rules;
    }

    /** Never sent. */
    @Override
    public ApiRequest tokenRequest() {
        return ApiRequest.get("token", "/");
    }

    @Override
    public ResponseClassifier tokenVerdicts() {
        return rules;
    }

    @Override
    public TokenAttempt obtain(TokenEndpoint endpoint) {
        return TokenAttempt.obtained(IssuedToken.lasting(key));
    }

    @Override
    public Request withToken(Request request, String token, Instant serverTime) {
        return M1worldClients.TOKEN.addedTo(request, token);
    }

    @Override
    public TokenAdvice advice() {
        return new TokenAdvice(ADVICE, ADVICE);
    }
}
