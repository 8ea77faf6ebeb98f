package io.martech.connect.client.auth;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import java.util.function.BiFunction;
import okhttp3.Request;

/** Authenticates with a permanent API key: there is no token call, and nothing can be renewed. */
public final class ApiKeyAuthenticator implements Authenticator {

    private final String key;
    private final BiFunction<Request, String, Request> carrier;
    private final String advice;
    private final ResponseClassifier classifier;

    /**
     * @param carrier adds the key to a request
     * @param option the configuration key that holds it, for messages
     */
    public ApiKeyAuthenticator(
            String key, BiFunction<Request, String, Request> carrier, String option, ResponseClassifier classifier) {
        this.key = key;
        this.carrier = carrier;
        this.advice = "Check " + option + ".";
        this.classifier = classifier;
    }

    /** Sends the key in the header of this name. */
    public static ApiKeyAuthenticator header(String name, String key, String option, ResponseClassifier classifier) {
        return new ApiKeyAuthenticator(
                key,
                (request, value) -> request.newBuilder().header(name, value).build(),
                option,
                classifier);
    }

    /** Never sent. */
    @Override
    public ApiRequest tokenRequest() {
        return ApiRequest.get("token", "/");
    }

    @Override
    public ResponseClassifier tokenVerdicts() {
        return classifier;
    }

    @Override
    public TokenAttempt obtain(TokenEndpoint endpoint) {
        return TokenAttempt.obtained(IssuedToken.lasting(key));
    }

    @Override
    public Request withToken(Request request, String token, Instant serverTime) {
        return carrier.apply(request, token);
    }

    @Override
    public TokenAdvice advice() {
        return new TokenAdvice(advice, advice);
    }
}
