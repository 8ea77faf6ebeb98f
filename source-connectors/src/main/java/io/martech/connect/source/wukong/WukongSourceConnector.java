package io.martech.connect.source.wukong;

import io.martech.connect.account.Validation;
import io.martech.connect.source.connector.PlatformSourceConnector;

/** Reads Wukong: leads day by day, and the lists that they stand in. One connector per account. */
public final class WukongSourceConnector extends PlatformSourceConnector<WukongSourceConfig> {

    public WukongSourceConnector() {
        super(
                WukongSourceTask.class,
                WukongSourceConfig.definition(),
                WukongSourceConfig::new,
                WukongSourceConfig::common,
                WukongOffsets::rules,
                Validation.of(WukongSourceRules.all()));
    }
}
