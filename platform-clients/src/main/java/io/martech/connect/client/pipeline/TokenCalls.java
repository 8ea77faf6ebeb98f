package io.martech.connect.client.pipeline;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.IssuedToken;
import io.martech.connect.client.auth.TokenIssuer;
import io.martech.connect.client.http.ApiCall;
import io.martech.connect.client.http.Requests;
import io.martech.connect.client.http.RetryInterceptor;

/** Obtains tokens through the platform's authenticator. */
final class TokenCalls implements TokenIssuer {

    private final Authenticator authenticator;
    private final Requests requests;
    private final RetryInterceptor patient;
    private final RetryInterceptor once;

    /**
     * @param patient retries transient failures like any other call
     * @param once does not retry
     */
    TokenCalls(Authenticator authenticator, Requests requests, RetryInterceptor patient, RetryInterceptor once) {
        this.authenticator = authenticator;
        this.requests = requests;
        this.patient = patient;
        this.once = once;
    }

    @Override
    public IssuedToken issue() throws InterruptedException {
        return issue(patient);
    }

    @Override
    public IssuedToken issueAtOnce() throws InterruptedException {
        return issue(once);
    }

    private IssuedToken issue(RetryInterceptor retry) throws InterruptedException {
        ApiRequest asked = authenticator.tokenRequest();
        ApiCall call = new ApiCall(asked, requests.unsigned(asked), authenticator.tokenVerdicts());
        retry.send(call);
        return call.obtained();
    }
}
