package io.martech.connect.source.youmi;

import io.martech.connect.account.ConnectionRules;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.source.connector.SourceRules;
import java.util.List;

/** What must hold between the keys; each rule blames one key. */
final class YoumiSourceRules {

    private YoumiSourceRules() {}

    static List<ConfigRule> all() {
        return SourceRules.with(ConnectionRules.with(), YoumiResources.NAMES);
    }
}
