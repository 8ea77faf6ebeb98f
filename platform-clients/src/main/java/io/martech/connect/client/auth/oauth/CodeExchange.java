package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.IssuedToken;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.auth.TokenAttempt;
import io.martech.connect.client.auth.TokenEndpoint;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import okhttp3.Request;

/** Exchanges one code for tokens and returns them to a caller that stores them itself. */
final class CodeExchange implements Authenticator {

    private final OAuthPlatform platform;
    private final Grant code;
    private volatile StoredTokens tokens;

    CodeExchange(OAuthPlatform platform, Grant code) {
        this.platform = platform;
        this.code = code;
    }

    /** The tokens that the code was exchanged for; null if the exchange failed. */
    StoredTokens tokens() {
        return tokens;
    }

    @Override
    public ApiRequest tokenRequest() {
        return platform.tokenRequest();
    }

    @Override
    public ResponseClassifier tokenVerdicts() {
        return platform.tokenVerdicts();
    }

    @Override
    public TokenAttempt obtain(TokenEndpoint endpoint) throws InterruptedException {
        Classification classification = new TokenCall(platform).send(code, endpoint);
        if (!classification.isOk()) {
            return TokenAttempt.failed(classification.turnedInto(
                    classification.category(),
                    classification.reason() + ". A code works once, for a short time, and only with the redirect"
                            + " address that it was sent to; start over if in doubt"));
        }
        tokens = StoredTokens.NONE.after(
                code,
                platform.read(classification.body(), endpoint.serverClock().now()));
        return TokenAttempt.obtained(new IssuedToken(tokens.accessToken(), tokens.expires()));
    }

    @Override
    public Request withToken(Request request, String token, Instant serverTime) {
        return platform.withToken(request, token);
    }

    @Override
    public TokenAdvice advice() {
        return platform.advice();
    }
}
