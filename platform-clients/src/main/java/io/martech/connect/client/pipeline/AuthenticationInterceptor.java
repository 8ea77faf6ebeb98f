package io.martech.connect.client.pipeline;

import io.martech.connect.client.Category;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.Token;
import io.martech.connect.client.auth.TokenCache;
import io.martech.connect.client.http.ApiCall;
import io.martech.connect.client.http.Interceptor;
import io.martech.connect.client.http.Transport;
import io.martech.connect.client.response.CallResult;
import io.martech.connect.client.response.Classification;
import okhttp3.Request;

/**
 * Adds credentials right before the request is sent. Obtaining a token takes time, and the rate-limit permit was granted
 * for now: a call that needs a new token first reports that it was not sent, and passes the rate limit again.
 */
final class AuthenticationInterceptor implements Interceptor {

    /**
     * One token may be invalidated by another client at the wrong moment; if the next is rejected as well, tokens are not
     * the cause.
     */
    private static final int MOST_FRESH_TOKENS_REFUSED = 2;

    private final Authenticator authenticator;
    private final TokenCache tokens;
    private final Transport carrier;
    private final ServerClock serverClock;

    AuthenticationInterceptor(
            Authenticator authenticator, TokenCache tokens, Transport carrier, ServerClock serverClock) {
        this.authenticator = authenticator;
        this.tokens = tokens;
        this.carrier = carrier;
        this.serverClock = serverClock;
    }

    @Override
    public CallResult send(ApiCall call) throws InterruptedException {
        Token token = tokens.usable();
        if (token == null) {
            tokens.renew();
            return CallResult.notSent();
        }
        Request signed = authenticator.withToken(call.unsigned(), token.value(), serverClock.now());
        CallResult outcome = carrier.send(call, signed).without(token.value());
        if (outcome.classification().category() != Category.AUTHENTICATE) {
            call.wasNotRefused();
            if (outcome.classification().isOk()) {
                tokens.accepted(token);
            }
            return outcome;
        }
        if (call.gate().isForbidden() || tokens.isBeyondDoubt(token)) {
            return outcome.withVerdict(refusedAgain(outcome.classification()));
        }
        call.wasRefused(token, tokens.newestGeneration());
        if (call.freshTokensRefused() == MOST_FRESH_TOKENS_REFUSED) {
            tokens.refusedInVain(token);
            return outcome.withVerdict(refusedAgain(outcome.classification()));
        }
        tokens.refused(token);
        return outcome;
    }

    private Classification refusedAgain(Classification refusal) {
        return refusal.turnedInto(
                Category.STOP,
                refusal.reason() + ", again with a newly issued token. "
                        + authenticator.advice().refusedAgain());
    }
}
