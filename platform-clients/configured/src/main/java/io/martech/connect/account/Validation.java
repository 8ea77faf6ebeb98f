package io.martech.connect.account;

import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.CredentialsCheck;
import io.martech.connect.client.auth.CredentialsResult;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.UnresolvedReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Validates what the options of a connector cannot check one by one: the rules between them, unknown keys and, if all are
 * valid, the credentials.
 */
public final class Validation {

    private final ConfigDef definition;
    private final PlatformAccess<?> access;
    private final List<ConfigRule> rules;
    private final CredentialsCheck check = new CredentialsCheck(TimeSource.system());

    /**
     * @param definition every option of the connector
     * @param rules the rules between them, including those of the account
     * @param access how to reach the platform
     */
    public Validation(ConfigDef definition, List<ConfigRule> rules, PlatformAccess<?> access) {
        this.definition = definition;
        this.rules = List.copyOf(rules);
        this.access = access;
    }

    /**
     * Validates at the start of a connector, and warns of unknown keys. The worker that starts a connector may lack a
     * configuration provider that the validating worker has.
     *
     * @throws ConfigException for an option whose value still contains {@code ${provider:…}}
     */
    public void checkAtStart(Map<String, String> properties) {
        definition.names().stream().sorted().forEach(key -> UnresolvedReference.faultOf(properties.get(key))
                .ifPresent(fault -> {
                    throw new ConfigException("Invalid value for configuration " + key + ": " + fault);
                }));
        new UnknownKeys(definition.names()).warn(properties);
    }

    /**
     * Adds each fault to the key that causes it, once. A misspelt key becomes a value with an error, so that Connect
     * reports it and rejects the configuration.
     *
     * @param validated validated key by key; holds every key of the connector
     * @param properties the user's configuration
     */
    public Config complete(Config validated, Map<String, String> properties) {
        List<ConfigValue> values = new ArrayList<>();
        validated.configValues().forEach(value -> values.add(reported(value, properties.get(value.name()))));
        new UnknownKeys(definition.names())
                .in(properties).stream()
                        .filter(UnknownKeys.UnknownKey::isMisspelt)
                        // Without its value, which may be a secret.
                        .map(key -> new ConfigValue(key.name(), null, List.of(), List.of(key.message())))
                        .forEach(values::add);
        Config reported = new Config(values);
        boolean isValid = ConfigRule.addFaults(rules, reported);
        if (isValid && access.trialOrNull() != null) {
            tryCredentials(new AbstractConfig(definition, properties, false), reported);
        }
        return reported;
    }

    private void tryCredentials(AbstractConfig config, Config reported) {
        if (!config.getBoolean(HttpOptions.VALIDATE_CREDENTIALS)) {
            return;
        }
        CredentialsResult result = access.tryCredentials(config, check);
        if (!result.isAccepted()) {
            reported.configValues().stream()
                    .filter(value -> result.keys().contains(value.name()))
                    .forEach(value -> value.addErrorMessage(messageOn(value.name(), result)));
        }
    }

    /** The platform cannot say which of two keys is wrong, so both are marked; the reason is reported once. */
    private static String messageOn(String key, CredentialsResult result) {
        String first = result.keys().get(0);
        return key.equals(first)
                ? result.message()
                : "Either this or " + first + " is refused; the reason is on that key.";
    }

    /**
     * Removes consequential errors: a validator also runs on a value that is missing or of the wrong type, which has been
     * reported already, and an unresolved reference explains every other error.
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
