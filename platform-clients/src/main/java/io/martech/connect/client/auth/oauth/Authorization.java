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

/** Lets the connectors of an account in, once, with the help of a person: what {@code bin/authorize} does. */
public final class Authorization {

    private final OAuthPlatform platform;
    private final Function<Authenticator, PlatformProfile> profile;
    private final TimeSource time;

    /** @param profile the platform's profile with that authenticator */
    public Authorization(OAuthPlatform platform, Function<Authenticator, PlatformProfile> profile, TimeSource time) {
        this.platform = platform;
        this.profile = profile;
        this.time = time;
    }

    /** The platform's name in messages. */
    public String platformName() {
        return platform.name();
    }

    /** What the platform's configuration keys begin with, without the dot. */
    public String keyPrefix() {
        return platform.keyPrefix();
    }

    /** Where the person must go. @param redirectUri where the platform sends the code, as it is registered for the app */
    public ConsentPage consentPage(String redirectUri) {
        return platform.consentPage(redirectUri);
    }

    /**
     * Exchanges a code for tokens. A code works once.
     *
     * @throws io.martech.connect.client.PlatformException if the platform refuses it
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
     * Makes sure that tokens can be kept there, before a code is spent for them.
     *
     * @return the file that they will be in
     * @throws IOException if they cannot
     */
    public String prepare(Path directory) throws IOException, InterruptedException {
        DirectoryTokenStore store = storeIn(directory);
        store.lock().close();
        return store.place();
    }

    /** Keeps the tokens where a connector looks for them that has neither a refresh token nor a code configured. */
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
