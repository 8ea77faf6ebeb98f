package io.martech.connect.client.oauth;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Authenticator;
import io.martech.connect.client.IssuedToken;
import io.martech.connect.client.TokenAdvice;
import io.martech.connect.client.TokenAttempt;
import io.martech.connect.client.TokenEndpoint;
import io.martech.connect.client.Verdict;
import io.martech.connect.client.VerdictRules;
import java.time.Instant;
import okhttp3.Request;

/** Exchanges one code for tokens and remembers them, for somebody who keeps them elsewhere. */
final class CodeExchange implements Authenticator {

    private final OAuthPlatform platform;
    private final Grant code;
    private volatile StoredTokens tokens;

    CodeExchange(OAuthPlatform platform, Grant code) {
        this.platform = platform;
        this.code = code;
    }

    /** What the code was exchanged for; null if it was not. */
    StoredTokens tokens() {
        return tokens;
    }

    @Override
    public ApiRequest tokenRequest() {
        return platform.tokenRequest();
    }

    @Override
    public VerdictRules tokenVerdicts() {
        return platform.tokenVerdicts();
    }

    @Override
    public TokenAttempt obtain(TokenEndpoint endpoint) throws InterruptedException {
        Verdict verdict = new TokenCall(platform).send(code, endpoint);
        if (!verdict.isOk()) {
            return TokenAttempt.failed(verdict.turnedInto(
                    verdict.category(),
                    verdict.reason()
                            + ". A code works once and not for long, and only with the redirect address that it was"
                            + " sent to; begin again if in doubt"));
        }
        tokens = StoredTokens.NONE.after(
                code, platform.read(verdict.body(), endpoint.serverClock().now()));
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
