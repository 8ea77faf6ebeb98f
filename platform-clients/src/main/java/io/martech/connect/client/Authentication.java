package io.martech.connect.client;

import okhttp3.Request;

/**
 * Adds credentials when the request leaves. Obtaining a token takes time, and quota was granted for now: so a call that
 * needs a new token first reports that it was not sent, and comes back through the quota.
 */
final class Authentication implements Exchange {

    /** One may be ended by another client at the wrong moment; if the next is refused as well, tokens are not the reason. */
    private static final int MOST_FRESH_TOKENS_REFUSED = 2;

    private final Authenticator authenticator;
    private final TokenCache tokens;
    private final Carrier carrier;
    private final ServerClock serverClock;

    Authentication(Authenticator authenticator, TokenCache tokens, Carrier carrier, ServerClock serverClock) {
        this.authenticator = authenticator;
        this.tokens = tokens;
        this.carrier = carrier;
        this.serverClock = serverClock;
    }

    @Override
    public Outcome send(ApiCall call) throws InterruptedException {
        Token token = tokens.usable();
        if (token == null) {
            tokens.renew();
            return Outcome.notSent();
        }
        Request signed = authenticator.withToken(call.unsigned(), token.value(), serverClock.now());
        Outcome outcome = carrier.send(call, signed).without(token.value());
        if (outcome.verdict().category() != Category.AUTHENTICATE) {
            call.wasNotRefused();
            return outcome;
        }
        call.wasRefused(token, tokens.refused(token));
        boolean isInVain = call.freshTokensRefused() == MOST_FRESH_TOKENS_REFUSED;
        return isInVain ? outcome.withVerdict(refusedAgain(outcome.verdict())) : outcome;
    }

    private Verdict refusedAgain(Verdict refusal) {
        return refusal.turnedInto(
                Category.STOP,
                refusal.reason() + ", again with a token that had just been issued. "
                        + authenticator.advice().refusedAgain());
    }
}
