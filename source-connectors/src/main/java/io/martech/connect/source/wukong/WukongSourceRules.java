package io.martech.connect.source.wukong;

import io.martech.connect.account.wukong.WukongConnection;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.WukongAccountKeys;
import io.martech.connect.source.connector.SourceRules;
import java.util.List;
import java.util.Optional;

/** What must hold between the keys; each rule blames one key. */
final class WukongSourceRules {

    private WukongSourceRules() {}

    static List<ConfigRule> all() {
        return SourceRules.with(
                WukongConnection.rules(),
                WukongResources.NAMES,
                new ConfigRule(
                        WukongSourceConfig.LIST_IDS,
                        values -> filterSuitsRevision(
                                values, WukongSourceConfig.LIST_IDS, LeadsRevision.V1, WukongSourceConfig.UIDS)),
                new ConfigRule(
                        WukongSourceConfig.UIDS,
                        values -> filterSuitsRevision(
                                values, WukongSourceConfig.UIDS, LeadsRevision.V2, WukongSourceConfig.LIST_IDS)));
    }

    private static Optional<String> filterSuitsRevision(
            ConfigRule.Values values, String filter, LeadsRevision unsuitable, String other) {
        boolean isUnsuitable = LeadsRevision.of(values.text(WukongAccountKeys.API_REVISION)) == unsuitable;
        return isUnsuitable && values.isSet(filter)
                ? Optional.of("It cannot be used with this revision of the API, which filters leads by "
                        + unsuitable.leadsFilter() + ": use " + other + " or set " + WukongAccountKeys.API_REVISION
                        + ".")
                : Optional.empty();
    }
}
