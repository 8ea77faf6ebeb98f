package io.martech.connect.sink.wukong;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.oauth.InitialGrant;
import io.martech.connect.client.wukong.WukongAccount;
import io.martech.connect.client.wukong.WukongRevision;
import io.martech.connect.config.TokenStoreKeys;
import io.martech.connect.config.WukongAccountKeys;
import io.martech.connect.sink.setup.SinkHttp;
import java.nio.file.Path;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How to reach Wukong, as the shared keys say.
 *
 * @param account whose leads, and with which credentials
 * @param http how requests are sent and repeated
 */
record WukongConnection(WukongAccount account, HttpSettings http) {

    static WukongConnection from(AbstractConfig config) {
        return new WukongConnection(account(config), SinkHttp.from(config));
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
