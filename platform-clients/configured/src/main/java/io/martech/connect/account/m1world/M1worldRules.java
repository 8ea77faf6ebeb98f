package io.martech.connect.account.m1world;

import static io.martech.connect.options.M1worldAccountKeys.APP_KEY;
import static io.martech.connect.options.M1worldAccountKeys.APP_SECRET;
import static io.martech.connect.options.M1worldAccountKeys.AUTHORIZATION_CODE;
import static io.martech.connect.options.M1worldAccountKeys.REDIRECT_URI;
import static io.martech.connect.options.M1worldAccountKeys.REFRESH_TOKEN;
import static io.martech.connect.options.M1worldAccountKeys.TOKEN;
import static io.martech.connect.options.M1worldAccountKeys.URL;

import io.martech.connect.account.ConnectionRules;
import io.martech.connect.account.GrantRules;
import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.ConfigRule.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold between the keys of an M1world account; each rule blames one key. */
public final class M1worldRules {

    private M1worldRules() {}

    public static List<ConfigRule> all() {
        List<ConfigRule> rules = new ArrayList<>(ConnectionRules.with(
                new ConfigRule(URL, M1worldRules::addressIsUsable),
                new ConfigRule(TOKEN, M1worldRules::oneKindOfCredentials),
                new ConfigRule(APP_KEY, values -> goWithOneAnother(values, APP_SECRET, APP_KEY)),
                new ConfigRule(APP_SECRET, values -> goWithOneAnother(values, APP_KEY, APP_SECRET)),
                new ConfigRule(REDIRECT_URI, M1worldRules::codeHasRedirect)));
        rules.addAll(GrantRules.of(REFRESH_TOKEN, AUTHORIZATION_CODE, M1worldRules::hasAppOnly));
        return List.copyOf(rules);
    }

    private static Optional<String> addressIsUsable(Values values) {
        return values.isSet(URL)
                ? ConnectionRules.fault(() -> M1worldAccount.withKey(values.text(URL), "token"))
                : Optional.empty();
    }

    private static Optional<String> oneKindOfCredentials(Values values) {
        boolean hasFixedKey = values.isSet(TOKEN);
        if (hasFixedKey != hasApp(values)) {
            return Optional.empty();
        }
        String fault = hasFixedKey ? "Both kinds of credentials are given" : "No credentials are given";
        return Optional.of(fault + ": set either " + TOKEN + ", or " + APP_KEY + " and " + APP_SECRET + ".");
    }

    private static Optional<String> goWithOneAnother(Values values, String given, String needed) {
        return values.isSet(given) && !values.isSet(needed) && !values.isSet(TOKEN)
                ? Optional.of("It is empty: " + given + " needs it.")
                : Optional.empty();
    }

    private static Optional<String> codeHasRedirect(Values values) {
        return values.isSet(AUTHORIZATION_CODE) && !values.isSet(REDIRECT_URI)
                ? Optional.of("It is empty: " + AUTHORIZATION_CODE
                        + " is accepted only together with the address that it" + " was sent to.")
                : Optional.empty();
    }

    /** A fault of the credentials themselves is reported once, and not again as a lack of tokens. */
    private static boolean hasAppOnly(Values values) {
        return values.isSet(APP_KEY) && values.isSet(APP_SECRET) && !values.isSet(TOKEN);
    }

    private static boolean hasApp(Values values) {
        return values.isSet(APP_KEY) || values.isSet(APP_SECRET);
    }
}
