package io.martech.connect.sink.m1world;

import io.martech.connect.account.m1world.M1worldAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.ConfigRule.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold between the keys; each rule blames one key. */
final class ContactRules {

    private ContactRules() {}

    static List<ConfigRule> all() {
        List<ConfigRule> rules = new ArrayList<>(M1worldAccountOptions.ACCESS.rulesWith(List.of()));
        rules.add(new ConfigRule(ContactKeys.UNIQUE_FIELD, ContactRules::updateHasUniqueField));
        rules.add(new ConfigRule(ContactKeys.GROUP_NAME, ContactRules::updateJoinsNoGroup));
        rules.add(new ConfigRule(ContactKeys.GROUP_NAME_FIELD, ContactRules::oneGroup));
        return List.copyOf(rules);
    }

    private static Optional<String> updateHasUniqueField(Values values) {
        return updates(values) && !values.isSet(ContactKeys.UNIQUE_FIELD)
                ? Optional.of("An update needs it to match contacts: set it, for example to email.")
                : Optional.empty();
    }

    private static Optional<String> updateJoinsNoGroup(Values values) {
        boolean namesGroup = values.isSet(ContactKeys.GROUP_NAME) || values.isSet(ContactKeys.GROUP_NAME_FIELD);
        return updates(values) && namesGroup
                ? Optional.of("An update cannot put contacts into groups: leave it and " + ContactKeys.GROUP_NAME_FIELD
                        + " empty, or choose another " + ContactKeys.OPERATION + ".")
                : Optional.empty();
    }

    private static Optional<String> oneGroup(Values values) {
        return values.isSet(ContactKeys.GROUP_NAME) && values.isSet(ContactKeys.GROUP_NAME_FIELD)
                ? Optional.of("Both are set: set either " + ContactKeys.GROUP_NAME + " or it.")
                : Optional.empty();
    }

    private static boolean updates(Values values) {
        return ContactOperation.UPDATE.word().equals(values.text(ContactKeys.OPERATION));
    }
}
