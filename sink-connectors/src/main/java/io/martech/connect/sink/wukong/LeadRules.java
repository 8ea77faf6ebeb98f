package io.martech.connect.sink.wukong;

import io.martech.connect.account.wukong.WukongAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.sink.record.PathAndName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold between the keys; each rule blames one key. */
final class LeadRules {

    private LeadRules() {}

    static List<ConfigRule> all() {
        List<ConfigRule> rules = new ArrayList<>(WukongAccountOptions.ACCESS.rulesWith(List.of()));
        rules.add(ConfigRule.exactlyOne(LeadKeys.UID, LeadKeys.UID_FIELD));
        rules.add(new ConfigRule(LeadKeys.LEAD_FIELDS, LeadRules::fieldsAreWukongs));
        return List.copyOf(rules);
    }

    private static Optional<String> fieldsAreWukongs(ConfigRule.Values values) {
        List<String> pairs = values.list(LeadKeys.LEAD_FIELDS);
        Optional<String> unknown = PathAndName.parseAll(pairs).stream()
                .map(PathAndName::name)
                .filter(name -> !Lead.FIELDS.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of(
                    "Wukong has no field " + unknown.get() + ": choose among " + String.join(", ", Lead.FIELDS) + ".");
        }
        return PathAndName.sharedName(pairs)
                .map(name -> "Two paths have the field " + name + ": one would hide the other.");
    }
}
