package io.martech.connect.source.wukong;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.oauth.InitialGrant;
import io.martech.connect.client.wukong.WukongAccount;
import io.martech.connect.client.wukong.WukongClients;
import io.martech.connect.client.wukong.WukongRevision;
import io.martech.connect.config.TokenStoreKeys;
import io.martech.connect.config.WukongAccountKeys;
import io.martech.connect.source.engine.HttpConfig;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredPositions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;

/** Puts a Wukong source together. */
final class WukongSource {

    private WukongSource() {}

    /** An engine that has not started yet; no call is made. */
    static SourceEngine assemble(WukongSourceConfig config, StoredPositions stored, TimeSource time) {
        PlatformClient client = WukongClients.create(account(config), HttpConfig.of(config), time);
        WukongResources wukong = new WukongResources(config, client, stored);
        List<Resource> resources =
                config.common().resources().stream().map(wukong::of).toList();
        return new SourceEngine(
                WukongResources.PLATFORM,
                client::close,
                resources,
                stored.of(resources),
                config.common().progressRecordsOrNull(),
                time);
    }

    static WukongAccount account(AbstractConfig config) {
        String store = config.getString(TokenStoreKeys.PATH);
        return new WukongAccount(
                config.getString(WukongAccountKeys.URL),
                WukongRevision.of(config.getString(WukongAccountKeys.API_REVISION)),
                config.getString(WukongAccountKeys.APP_ID),
                config.getPassword(WukongAccountKeys.APP_SECRET).value(),
                InitialGrant.configured(
                        WukongResources.PLATFORM,
                        config.getPassword(WukongAccountKeys.REFRESH_TOKEN).value(),
                        config.getPassword(WukongAccountKeys.AUTHORIZATION_CODE).value(),
                        null),
                store.isEmpty() ? null : Path.of(store),
                Set.copyOf(config.getList(WukongAccountKeys.REAUTHENTICATE_CODES)));
    }
}
