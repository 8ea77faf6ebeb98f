package io.martech.connect.source.m1world;

import io.martech.connect.account.m1world.M1worldRules;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.source.connector.SourceRules;
import java.util.List;

/** What must hold between the keys; each rule blames one key. */
final class M1worldSourceRules {

    private M1worldSourceRules() {}

    static List<ConfigRule> all() {
        return SourceRules.with(M1worldRules.all(), M1worldResources.NAMES);
    }
}
