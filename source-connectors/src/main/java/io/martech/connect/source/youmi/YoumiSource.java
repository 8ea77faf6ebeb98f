package io.martech.connect.source.youmi;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.youmi.YoumiAccount;
import io.martech.connect.client.youmi.YoumiClients;
import io.martech.connect.config.YoumiAccountKeys;
import io.martech.connect.source.engine.HttpConfig;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredPositions;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;

/** Puts a Youmi source together. */
final class YoumiSource {

    private YoumiSource() {}

    /** An engine that has not started yet; no call is made. */
    static SourceEngine assemble(YoumiSourceConfig config, StoredPositions stored, TimeSource time) {
        PlatformClient client = YoumiClients.create(account(config), HttpConfig.of(config), time);
        YoumiResources youmi = new YoumiResources(config, client);
        List<Resource> resources =
                config.common().resources().stream().map(youmi::of).toList();
        return new SourceEngine(
                YoumiResources.PLATFORM,
                client::close,
                resources,
                stored.of(resources),
                config.common().progressRecordsOrNull(),
                time);
    }

    static YoumiAccount account(AbstractConfig config) {
        YoumiAccount.Leniency leniency = new YoumiAccount.Leniency(
                config.getString(YoumiAccountKeys.TOKEN_FIELD),
                config.getBoolean(YoumiAccountKeys.NULL_IS_EMPTY_LIST),
                Set.copyOf(config.getList(YoumiAccountKeys.REAUTHENTICATE_CODES)),
                Set.copyOf(config.getList(YoumiAccountKeys.RETRY_CODES)));
        return new YoumiAccount(
                config.getString(YoumiAccountKeys.URL),
                config.getString(YoumiAccountKeys.APP_ID),
                config.getPassword(YoumiAccountKeys.APP_KEY).value(),
                leniency);
    }
}
