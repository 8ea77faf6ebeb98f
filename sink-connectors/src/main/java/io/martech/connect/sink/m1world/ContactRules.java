package io.martech.connect.sink.m1world;

import static io.martech.connect.config.M1worldAccountKeys.APP_KEY;
import static io.martech.connect.config.M1worldAccountKeys.APP_SECRET;
import static io.martech.connect.config.M1worldAccountKeys.AUTHORIZATION_CODE;
import static io.martech.connect.config.M1worldAccountKeys.REDIRECT_URI;
import static io.martech.connect.config.M1worldAccountKeys.REFRESH_TOKEN;
import static io.martech.connect.config.M1worldAccountKeys.TOKEN;

import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.config.M1worldAccountKeys;
import io.martech.connect.sink.engine.ConfigRule;
import io.martech.connect.sink.engine.ConfigRule.Values;
import io.martech.connect.sink.setup.ConnectionRules;
import io.martech.connect.sink.setup.GrantRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold between the keys; each rule blames one key. */
final class ContactRules {

    private ContactRules() {}

    static List<ConfigRule> all() {
        List<ConfigRule> rules = new ArrayList<>(ConnectionRules.all());
        rules.add(new ConfigRule(M1worldAccountKeys.URL, ContactRules::addressIsUsable));
        rules.add(new ConfigRule(TOKEN, ContactRules::oneKindOfCredentials));
        rules.add(new ConfigRule(APP_SECRET, ContactRules::appHasSecret));
        rules.addAll(GrantRules.of(REFRESH_TOKEN, AUTHORIZATION_CODE, values -> values.isSet(APP_KEY)));
        rules.add(new ConfigRule(REDIRECT_URI, ContactRules::codeHasRedirect));
        rules.add(new ConfigRule(ContactKeys.UNIQUE_FIELD, ContactRules::updateHasUniqueField));
        rules.add(new ConfigRule(ContactKeys.GROUP_NAME, ContactRules::updateJoinsNoGroup));
        rules.add(new ConfigRule(ContactKeys.GROUP_NAME_FIELD, ContactRules::oneGroup));
        return List.copyOf(rules);
    }

    private static Optional<String> addressIsUsable(Values values) {
        return values.isSet(M1worldAccountKeys.URL)
                ? ConnectionRules.fault(() -> M1worldAccount.withKey(values.text(M1worldAccountKeys.URL), "token"))
                : Optional.empty();
    }

    private static Optional<String> oneKindOfCredentials(Values values) {
        if (values.isSet(TOKEN) == values.isSet(APP_KEY)) {
            String fault = values.isSet(TOKEN) ? "Both kinds of credentials are given" : "No credentials are given";
            return Optional.of(fault + ": set either " + TOKEN + ", or " + APP_KEY + " and " + APP_SECRET + ".");
        }
        return Optional.empty();
    }

    private static Optional<String> appHasSecret(Values values) {
        return values.isSet(APP_KEY) && !values.isSet(APP_SECRET)
                ? Optional.of("It is empty: " + APP_KEY + " needs it.")
                : Optional.empty();
    }

    private static Optional<String> codeHasRedirect(Values values) {
        return values.isSet(AUTHORIZATION_CODE) && !values.isSet(REDIRECT_URI)
                ? Optional.of("It is empty: " + AUTHORIZATION_CODE
                        + " is taken only together with the address that it was" + " sent to.")
                : Optional.empty();
    }

    private static Optional<String> updateHasUniqueField(Values values) {
        return updates(values) && !values.isSet(ContactKeys.UNIQUE_FIELD)
                ? Optional.of("An update needs it to find contacts: set it, to email for example.")
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
