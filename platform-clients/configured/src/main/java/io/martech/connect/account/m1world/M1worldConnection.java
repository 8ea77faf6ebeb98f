package io.martech.connect.account.m1world;

import io.martech.connect.account.CredentialsTrial;
import io.martech.connect.account.HttpConfig;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.client.m1world.M1worldClients;
import io.martech.connect.options.M1worldAccountKeys;
import io.martech.connect.options.TokenStoreKeys;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How to reach M1world, as the shared keys say.
 *
 * @param account whose contacts, and with which credentials
 * @param http how requests are sent and repeated
 */
public record M1worldConnection(M1worldAccount account, HttpSettings http) {

    public static M1worldConnection from(AbstractConfig config) {
        return new M1worldConnection(account(config), HttpConfig.of(config));
    }

    /** Tries a fixed key; never an app's tokens, for a token call may spend a one-time code or a refresh token. */
    public static CredentialsTrial<M1worldConnection> trial() {
        return new CredentialsTrial<>(
                M1worldConnection::from,
                connection -> M1worldClients.checkCredentials(connection.account, connection.http));
    }

    /** The same for a caller that retries by itself what was given up. */
    public M1worldConnection ofRetryingCaller() {
        return new M1worldConnection(account, http.ofRetryingCaller());
    }

    /** A client that makes no call before it is asked to. */
    public PlatformClient open(TimeSource time) {
        return M1worldClients.create(account, http, time);
    }

    /** @param limit learns from each answer how many requests the platform bears at once */
    public PlatformClient open(TimeSource time, AdaptiveConcurrencyLimit limit) {
        return M1worldClients.create(account, http, time, limit);
    }

    private static M1worldAccount account(AbstractConfig config) {
        String url = config.getString(M1worldAccountKeys.URL);
        String token = secret(config, M1worldAccountKeys.TOKEN);
        M1worldAccount account =
                token.isBlank() ? M1worldAccount.withApp(url, app(config)) : M1worldAccount.withKey(url, token);
        return account.withQuotaPause(Duration.ofMillis(config.getLong(M1worldAccountKeys.QUOTA_PAUSE_MS)));
    }

    private static M1worldAccount.App app(AbstractConfig config) {
        String store = config.getString(TokenStoreKeys.PATH);
        return new M1worldAccount.App(
                config.getString(M1worldAccountKeys.AUTH_URL),
                config.getString(M1worldAccountKeys.APP_KEY),
                secret(config, M1worldAccountKeys.APP_SECRET),
                InitialGrant.configured(
                        "m1world",
                        secret(config, M1worldAccountKeys.REFRESH_TOKEN),
                        secret(config, M1worldAccountKeys.AUTHORIZATION_CODE),
                        config.getString(M1worldAccountKeys.REDIRECT_URI)),
                store.isEmpty() ? null : Path.of(store));
    }

    private static String secret(AbstractConfig config, String key) {
        return config.getPassword(key).value();
    }
}
