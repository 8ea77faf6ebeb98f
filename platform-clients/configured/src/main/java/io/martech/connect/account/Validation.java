package io.martech.connect.account;

import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.UnresolvedReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

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
     * Adds each fault to the key that is to blame, and tells each once. A key that is none, but nearly, becomes a value with an
     * error: Connect counts and shows it, and refuses the configuration.
     *
     * @param validated key by key already; every key of the connector
     * @param properties what the user sent
     */
    public Config complete(Config validated, Map<String, String> properties) {
        Set<String> own =
                validated.configValues().stream().map(ConfigValue::name).collect(Collectors.toUnmodifiableSet());
        List<ConfigValue> values = new ArrayList<>();
        validated.configValues().forEach(value -> values.add(reported(value, properties.get(value.name()))));
        new UnknownKeys(own)
                .in(properties).stream()
                        .filter(UnknownKey::isMisspelt)
                        // Without its value, which may be a secret.
                        .map(key -> new ConfigValue(key.name(), null, List.of(), List.of(key.message())))
                        .forEach(values::add);
        Config reported = new Config(values);
        boolean isValid = ConfigRule.addFaults(rules, reported);
        if (isValid && trialOrNull != null) {
            trialOrNull.addFault(parse.apply(properties), reported);
        }
        return reported;
    }

    /**
     * A validator is asked even if there is no value, because it is missing or not of its type: what it says then is said before.
     * That a reference was not resolved is the reason for all else.
     */
    private static ConfigValue reported(ConfigValue value, String textOrNull) {
        List<String> errors = UnresolvedReference.faultOf(textOrNull)
                .map(fault -> List.of("Invalid value for configuration " + value.name() + ": " + fault))
                .orElseGet(() -> value.value() == null
                        ? value.errorMessages().stream().limit(1).toList()
                        : value.errorMessages());
        ConfigValue reported =
                new ConfigValue(value.name(), value.value(), value.recommendedValues(), new ArrayList<>(errors));
        reported.visible(value.visible());
        return reported;
    }
}
