package io.martech.connect.account;

import io.martech.connect.config.ConfigRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;

/** What a single key cannot tell: rules between keys and, if they hold, whether the credentials work. */
public final class Validation {

    private final List<ConfigRule> rules;
    private final Function<Map<String, String>, ? extends AbstractConfig> parse;
    private final CredentialsTrial<?> trialOrNull;

    private Validation(
            List<ConfigRule> rules,
            Function<Map<String, String>, ? extends AbstractConfig> parse,
            CredentialsTrial<?> trialOrNull) {
        this.rules = rules;
        this.parse = parse;
        this.trialOrNull = trialOrNull;
    }

    /** Rules only: nothing is called. */
    public static Validation of(List<ConfigRule> rules) {
        return new Validation(rules, properties -> null, null);
    }

    /** Rules, then one call with the credentials. */
    public static Validation of(
            List<ConfigRule> rules,
            Function<Map<String, String>, ? extends AbstractConfig> parse,
            CredentialsTrial<?> trial) {
        return new Validation(rules, parse, trial);
    }

    /**
     * Adds each fault to the key that is to blame.
     *
     * @param validated key by key already
     * @param properties what the user sent
     * @return the same object
     */
    public Config complete(Config validated, Map<String, String> properties) {
        boolean isValid = ConfigRule.addFaults(rules, validated);
        if (isValid && trialOrNull != null) {
            trialOrNull.addFault(parse.apply(properties), validated);
        }
        return validated;
    }
}
