package io.martech.connect.source.m1world;

import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.client.oauth.InitialGrant;
import io.martech.connect.config.M1worldAccountKeys;
import io.martech.connect.config.TokenStoreKeys;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;

/** Reads from a configuration whose M1world account is read. */
final class M1worldAccounts {

    private M1worldAccounts() {}

    static M1worldAccount of(AbstractConfig config) {
        String url = config.getString(M1worldAccountKeys.URL);
        M1worldAccount account = hasFixedKey(config)
                ? M1worldAccount.withKey(url, secret(config, M1worldAccountKeys.TOKEN))
                : M1worldAccount.withApp(url, app(config));
        return account.withQuotaPause(Duration.ofMillis(config.getLong(M1worldAccountKeys.QUOTA_PAUSE_MS)));
    }

    static boolean hasFixedKey(AbstractConfig config) {
        return !secret(config, M1worldAccountKeys.TOKEN).isBlank();
    }

    private static M1worldAccount.App app(AbstractConfig config) {
        String store = config.getString(TokenStoreKeys.PATH);
        return new M1worldAccount.App(
                config.getString(M1worldAccountKeys.AUTH_URL),
                config.getString(M1worldAccountKeys.APP_KEY),
                secret(config, M1worldAccountKeys.APP_SECRET),
                InitialGrant.configured(
                        M1worldResources.PLATFORM,
                        secret(config, M1worldAccountKeys.REFRESH_TOKEN),
                        secret(config, M1worldAccountKeys.AUTHORIZATION_CODE),
                        config.getString(M1worldAccountKeys.REDIRECT_URI)),
                store.isEmpty() ? null : Path.of(store));
    }

    static String secret(AbstractConfig config, String key) {
        return config.getPassword(key) == null ? "" : config.getPassword(key).value();
    }
}
