package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

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
}
