package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.IssuedToken;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.auth.TokenAttempt;
import io.martech.connect.client.auth.TokenEndpoint;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.ResponseClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import okhttp3.Request;

/** Authorizes the connectors of an account once, with the consent of a user: the logic of {@code bin/authorize}. */
public final class Authorization {

    private final OAuthPlatform platform;
    private final Function<Authenticator, PlatformProfile> profile;
    private final TimeSource time;

    /** @param profile builds the platform's profile from an authenticator */
    public Authorization(OAuthPlatform platform, Function<Authenticator, PlatformProfile> profile, TimeSource time) {
        this.platform = platform;
        this.profile = profile;
        this.time = time;
    }

    /** The platform's name in messages. */
    public String platformName() {
        return platform.name();
    }

    /** The prefix of the platform's configuration keys, without the dot. */
    public String keyPrefix() {
        return platform.keyPrefix();
    }

    /**
     * The page where the user gives consent.
     *
     * @param redirectUri where the platform sends the code, as registered for the app
     */
    public ConsentPage consentPage(String redirectUri) {
        return platform.consentPage(redirectUri);
    }

    /**
     * Exchanges a code for tokens. A code can be used once.
     *
     * @throws io.martech.connect.client.PlatformException if the platform rejects it
     */
    public StoredTokens exchange(String code, String redirectUri, HttpSettings http) {
        CodeExchange exchange = new CodeExchange(platform, Grant.authorizationCode(code, redirectUri));
        try (HttpPlatformClient client =
                new HttpPlatformClient(profile.apply(exchange), http, time, AttemptListener.NONE)) {
            client.authenticate();
        }
        return exchange.tokens();
    }

    /**
     * Verifies that tokens can be stored in the directory, before a code is spent on them.
     *
     * @return the file that will hold them
     * @throws IOException if they cannot be stored
     */
    public String prepare(Path directory) throws IOException, InterruptedException {
        DirectoryTokenStore store = storeIn(directory);
        store.lock().close();
        return store.place();
    }

    /** Stores the tokens where a connector reads them that has neither a refresh token nor a code configured. */
    public void keep(StoredTokens tokens, Path directory) throws IOException, InterruptedException {
        DirectoryTokenStore store = storeIn(directory);
        try (TokenStore.Lock lock = store.lock()) {
            store.write(tokens);
        }
    }

    private DirectoryTokenStore storeIn(Path directory) {
        return new DirectoryTokenStore(directory, platform.accountName(InitialGrant.none()), time);
    }

    /** Exchanges one code for tokens and returns them to a caller that stores them itself. */
    private static final class CodeExchange implements Authenticator {

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
}
