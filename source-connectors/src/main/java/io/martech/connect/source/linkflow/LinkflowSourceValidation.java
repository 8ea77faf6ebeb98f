package io.martech.connect.source.linkflow;

import io.martech.connect.client.CredentialsCheck;
import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.config.HttpKeys;
import io.martech.connect.source.engine.HttpConfig;
import io.martech.connect.source.engine.SourceRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.Config;

/** What a single key cannot tell: rules between keys, and whether the credentials work. Every error lands on a key. */
final class LinkflowSourceValidation {

    private static final List<String> DATA_TOPICS = Stream.concat(
                    LinkflowResources.NAMES.stream(), Stream.of(LinkflowResources.ORDER_LINES_TOPIC))
            .toList();

    private final CredentialsCheck credentials = new CredentialsCheck(TimeSource.system());

    /**
     * @param config checked key by key already
     * @param properties what the user sent
     */
    Config check(Config config, Map<String, String> properties) {
        SourceRules rules = new SourceRules(config);
        if (rules.hasNoErrors()) {
            LinkflowSourceConfig parsed = new LinkflowSourceConfig(properties);
            rules.refuseTwoQuotas(parsed);
            rules.refuseSharedProgressTopic(parsed.common(), DATA_TOPICS);
            requireWhatListsNeed(parsed, rules);
            if (rules.hasNoErrors() && parsed.getBoolean(HttpKeys.VALIDATE_CREDENTIALS)) {
                checkCredentials(parsed, rules);
            }
        }
        return config;
    }

    private static void requireWhatListsNeed(LinkflowSourceConfig config, SourceRules rules) {
        LinkflowListKeys.NEEDED.forEach((resource, keys) -> {
            if (config.common().resources().contains(resource)
                    && keys.stream()
                            .allMatch(key -> config.values().get(key).toString().matches("|\\[]"))) {
                rules.addError(
                        keys.get(0),
                        "must say what to read of " + resource
                                + (keys.size() == 1
                                        ? "."
                                        : ", or " + String.join(" or ", keys.subList(1, keys.size())) + "."));
            }
        });
    }

    private void checkCredentials(LinkflowSourceConfig config, SourceRules rules) {
        LinkflowAccount account = LinkflowAccounts.of(config);
        HttpSettings http = HttpConfig.of(config);
        CredentialsResult result =
                credentials.check(List.of(account, http), () -> LinkflowClients.checkCredentials(account, http));
        if (!result.isAccepted()) {
            rules.addError(result.key(), result.message());
        }
    }
}
