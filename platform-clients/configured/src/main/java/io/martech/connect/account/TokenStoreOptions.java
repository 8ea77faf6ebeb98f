package io.martech.connect.account;

import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.ConfigRule.Values;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.Validators;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef;

/** The option for where rotating tokens are stored, and the rules for the initial grant that such tokens need. */
public final class TokenStoreOptions {

    public static final String PATH = "token.store.path";

    private TokenStoreOptions() {}

    public static void define(ConfigDef definition) {
        new OptionGroup(definition, "Tokens")
                .text(PATH, "")
                .check(Validators.directoryOrEmpty())
                .high()
                .named("Token store")
                .doc("Directory that stores the account's tokens, one file per account, readable by its owner"
                        + " only. On a cluster it must be on a volume shared by all workers: each refresh invalidates"
                        + " the previous token, so a worker with an outdated file is locked out. Empty means in memory"
                        + " only: after a restart the configured token is used again, which works once. A different"
                        + " refresh token or code in the configuration starts a new file.");
    }

    /**
     * The rules for an account's initial grant; each fault is attributed to one option.
     *
     * @param isNeeded whether the account uses such tokens at all
     */
    public static List<ConfigRule> rules(String refreshTokenKey, String codeKey, Predicate<Values> isNeeded) {
        return List.of(
                new ConfigRule(refreshTokenKey, values -> {
                    boolean hasNone = !values.isSet(refreshTokenKey) && !values.isSet(codeKey) && !values.isSet(PATH);
                    return isNeeded.test(values) && hasNone
                            ? Optional.of("An account needs it, " + codeKey
                                    + ", or the tokens that bin/authorize has written to " + PATH
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
