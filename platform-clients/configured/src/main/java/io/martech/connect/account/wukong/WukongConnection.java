package io.martech.connect.account.wukong;

import io.martech.connect.account.ConnectionRules;
import io.martech.connect.account.GrantRules;
import io.martech.connect.account.HttpConfig;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.client.wukong.WukongAccount;
import io.martech.connect.client.wukong.WukongClients;
import io.martech.connect.client.wukong.WukongRevision;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.TokenStoreKeys;
import io.martech.connect.options.WukongAccountKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How to reach Wukong, as the shared keys say. Its credentials are never tried, for a token call may spend a one-time code or a
 * refresh token.
 *
 * @param account whose leads, and with which credentials
 * @param http how requests are sent and repeated
 */
public record WukongConnection(WukongAccount account, HttpSettings http) {

    public static WukongConnection from(AbstractConfig config) {
        return new WukongConnection(account(config), HttpConfig.of(config));
    }

    /** What must hold between the keys. */
    public static List<ConfigRule> rules() {
        List<ConfigRule> rules = new ArrayList<>(ConnectionRules.with());
        rules.addAll(
                GrantRules.of(WukongAccountKeys.REFRESH_TOKEN, WukongAccountKeys.AUTHORIZATION_CODE, always -> true));
        return List.copyOf(rules);
    }

    /** The same for a caller that retries by itself what was given up. */
    public WukongConnection ofRetryingCaller() {
        return new WukongConnection(account, http.ofRetryingCaller());
    }

    /** A client that makes no call before it is asked to. */
    public PlatformClient open(TimeSource time) {
        return WukongClients.create(account, http, time);
    }

    /** @param limit learns from each answer how many requests the platform bears at once */
    public PlatformClient open(TimeSource time, AdaptiveConcurrencyLimit limit) {
        return WukongClients.create(account, http, time, limit);
    }

    private static WukongAccount account(AbstractConfig config) {
        String store = config.getString(TokenStoreKeys.PATH);
        return new WukongAccount(
                config.getString(WukongAccountKeys.URL),
                WukongRevision.of(config.getString(WukongAccountKeys.API_REVISION)),
                config.getString(WukongAccountKeys.APP_ID),
                config.getPassword(WukongAccountKeys.APP_SECRET).value(),
                InitialGrant.configured(
                        "wukong",
                        config.getPassword(WukongAccountKeys.REFRESH_TOKEN).value(),
                        config.getPassword(WukongAccountKeys.AUTHORIZATION_CODE).value(),
                        null),
                store.isEmpty() ? null : Path.of(store),
                Set.copyOf(config.getList(WukongAccountKeys.REAUTHENTICATE_CODES)));
    }
}
