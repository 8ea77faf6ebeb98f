package io.martech.connect.source.linkflow;

import io.martech.connect.client.CredentialsCheck;
import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.config.HttpKeys;
import io.martech.connect.config.RetryBackoffRule;
import io.martech.connect.config.SourceKeys;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/** What a single key cannot tell: rules between keys, and whether the credentials work. Every error lands on a key. */
final class LinkflowSourceValidation {

    private final CredentialsCheck credentials = new CredentialsCheck(TimeSource.system());

    /**
     * @param config checked key by key already
     * @param properties what the user sent
     */
    Config check(Config config, Map<String, String> properties) {
        Map<String, ConfigValue> values =
                config.configValues().stream().collect(Collectors.toMap(ConfigValue::name, value -> value));
        RetryBackoffRule.check(config);
        if (hasNoErrors(config)) {
            LinkflowSourceConfig parsed = new LinkflowSourceConfig(properties);
            refuseTwoQuotas(parsed, values);
            refuseSharedProgressTopic(parsed, values);
            if (hasNoErrors(config) && parsed.getBoolean(HttpKeys.VALIDATE_CREDENTIALS)) {
                checkCredentials(parsed, values);
            }
        }
        return config;
    }

    private static void refuseTwoQuotas(LinkflowSourceConfig config, Map<String, ConfigValue> values) {
        if (config.getInt(HttpKeys.RATE_LIMIT_PER_SECOND) > 0 && config.getInt(HttpKeys.RATE_LIMIT_PER_HOUR) > 0) {
            values.get(HttpKeys.RATE_LIMIT_PER_HOUR)
                    .addErrorMessage(HttpKeys.RATE_LIMIT_PER_SECOND + " is set too; only one of the two can count.");
        }
    }

    private static void refuseSharedProgressTopic(LinkflowSourceConfig config, Map<String, ConfigValue> values) {
        Set<String> dataTopics =
                LinkflowResources.NAMES.stream().map(config.common()::topicOf).collect(Collectors.toSet());
        dataTopics.add(config.common().topicOf(LinkflowResources.ORDER_LINES_TOPIC));
        if (config.common().progressIsEnabled()
                && dataTopics.contains(config.common().progressTopic())) {
            values.get(SourceKeys.PROGRESS_TOPIC)
                    .addErrorMessage("'" + config.common().progressTopic()
                            + "' is a topic of data; progress records need one of their own, for it is compacted.");
        }
    }

    private void checkCredentials(LinkflowSourceConfig config, Map<String, ConfigValue> values) {
        LinkflowAccount account = LinkflowClientSettings.account(config);
        CredentialsResult result = credentials.check(
                account, () -> LinkflowClients.checkCredentials(account, LinkflowClientSettings.http(config)));
        if (!result.isAccepted()) {
            values.get(result.key()).addErrorMessage(result.message());
        }
    }

    private static boolean hasNoErrors(Config config) {
        return config.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty());
    }
}
