package io.martech.connect.account;

import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.ConfigRule.Values;
import io.martech.connect.options.TokenStoreKeys;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What must hold for tokens that replace each other to have a beginning. Each rule blames one key. */
public final class GrantRules {

    private GrantRules() {}

    /** @param isNeeded whether the account has such tokens at all */
    public static List<ConfigRule> of(String refreshTokenKey, String codeKey, Predicate<Values> isNeeded) {
        return List.of(
                new ConfigRule(refreshTokenKey, values -> {
                    boolean hasNone = !values.isSet(refreshTokenKey)
                            && !values.isSet(codeKey)
                            && !values.isSet(TokenStoreKeys.PATH);
                    return isNeeded.test(values) && hasNone
                            ? Optional.of("An account needs it, " + codeKey
                                    + ", or the tokens that bin/authorize has written to " + TokenStoreKeys.PATH
                                    + ": set one of the three.")
                            : Optional.empty();
                }),
                new ConfigRule(
                        codeKey,
                        values -> values.isSet(refreshTokenKey) && values.isSet(codeKey)
                                ? Optional.of(refreshTokenKey + " is set too: set only one of the two.")
                                : Optional.empty()));
    }
}
