package io.martech.connect.sink.wukong;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.TokenStoreOptions;
import io.martech.connect.account.wukong.WukongAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SinkKeys;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of {@link WukongLeadsSinkConnector}, checked. */
final class WukongLeadsConfig extends AbstractConfig {

    /** The document names no limit. */
    private static final int BATCH_SIZE_DEFAULT = 50;

    /**
     * @param properties the connector's properties
     * @throws ConfigException naming the key that is wrong
     */
    WukongLeadsConfig(Map<String, String> properties) {
        // Not logged: the app's id would be among the values.
        super(definition(), properties, false);
        ConfigRule.require(LeadRules.all(), values());
    }

    /** All keys, in groups, in the order in which a person would think of them. */
    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        WukongAccountOptions.define(definition);
        TokenStoreOptions.define(definition);
        LeadKeys.define(definition);
        SinkKeys.define(definition, "wukong", BATCH_SIZE_DEFAULT);
        HttpOptions.defineWithoutTrial(definition);
        return definition;
    }
}
