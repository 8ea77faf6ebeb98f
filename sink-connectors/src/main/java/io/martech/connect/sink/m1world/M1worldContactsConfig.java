package io.martech.connect.sink.m1world;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.TokenStoreOptions;
import io.martech.connect.account.m1world.M1worldAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SinkKeys;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of {@link M1worldContactsSinkConnector}, checked. */
final class M1worldContactsConfig extends AbstractConfig {

    /** E00005: no more contacts at once. */
    private static final int LARGEST_BATCH = 1_000;

    /** The gold plan's; the diamond plan has twice as many. */
    private static final int REQUESTS_PER_HOUR = 2_000;

    /** The quota is one request in 1.8 s, so a topic that trickles does not use it up. */
    private static final long LINGER_MS = 2_000;

    /**
     * @param properties the connector's properties
     * @throws ConfigException naming the key that is wrong
     */
    M1worldContactsConfig(Map<String, String> properties) {
        // Not logged: the app's key would be among the values.
        super(definition(), properties, false);
        ConfigRule.require(ContactRules.all(), values());
    }

    /** All keys, in groups, in the order in which a person would think of them. */
    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        M1worldAccountOptions.define(definition);
        TokenStoreOptions.define(definition);
        ContactKeys.define(definition);
        SinkKeys.define(
                definition,
                "m1world",
                SinkKeys.Destination.withBatchesOf(LARGEST_BATCH)
                        .ofAtMost(LARGEST_BATCH)
                        .lingering(LINGER_MS)
                        .thatDeletes(
                                "deletes the contact with the id in the record's key: the key itself, or its field id."));
        HttpOptions.defineWithQuota(definition, REQUESTS_PER_HOUR, M1worldAccountOptions.TRIAL);
        return definition;
    }
}
