package io.martech.connect.sink.wukong;

import io.martech.connect.account.Validation;
import io.martech.connect.account.wukong.WukongAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;

/**
 * Imports records into Wukong as leads, at least once and in order per person. What was sent and not answered is sent again,
 * and may be imported twice.
 */
public final class WukongLeadsSinkConnector extends PlatformSinkConnector {

    public WukongLeadsSinkConnector() {
        super(
                WukongLeadsSinkTask.class,
                WukongLeadsConfig.definition(),
                WukongLeadsConfig::new,
                new Validation(WukongLeadsConfig.definition(), LeadRules.all(), WukongAccountOptions.ACCESS));
    }
}
