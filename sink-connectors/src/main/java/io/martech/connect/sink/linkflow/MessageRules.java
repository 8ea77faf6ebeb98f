package io.martech.connect.sink.linkflow;

import io.martech.connect.client.ProxyAddress;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.config.HttpKeys;
import io.martech.connect.config.LinkflowAccountKeys;
import io.martech.connect.sink.engine.ConfigRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold between the keys; each rule blames one key. */
final class MessageRules {

    private static final String EVENT = MessageDomain.EVENT.word();

    private MessageRules() {}

    static List<ConfigRule> all() {
        return List.of(
                exactlyOne(MessageKeys.IDENTITY_FIELDS, MessageKeys.IDENTITIES_FIELD),
                exactlyOne(MessageKeys.CHANNEL_KEY, MessageKeys.CHANNEL_KEY_FIELD),
                exactlyOne(MessageKeys.MESSAGE_DOMAIN, MessageKeys.MESSAGE_DOMAIN_FIELD),
                new ConfigRule(MessageKeys.EVENT_NAME, MessageRules::eventsHaveNames),
                new ConfigRule(MessageKeys.EVENT_NAME_FIELD, MessageRules::eventsHaveOneNameOnly),
                new ConfigRule(MessageKeys.CHANNEL_TYPE, MessageRules::channelSuitsDomain),
                new ConfigRule(MessageKeys.DATA_FIELDS, MessageRules::dataNamesDiffer),
                new ConfigRule(LinkflowAccountKeys.URL, MessageRules::addressIsUsable),
                new ConfigRule(HttpKeys.PROXY_URL, MessageRules::proxyIsUsable),
                new ConfigRule(HttpKeys.RATE_LIMIT_PER_HOUR, MessageRules::oneRateLimit));
    }

    private static ConfigRule exactlyOne(String key, String other) {
        return new ConfigRule(key, values -> {
            if (values.isSet(key) == values.isSet(other)) {
                String fault = values.isSet(key) ? "Both are set" : "Neither is set";
                return Optional.of(fault + ": set either " + key + " or " + other + ".");
            }
            return Optional.empty();
        });
    }

    private static Optional<String> eventsHaveNames(ConfigRule.Values values) {
        boolean lacksName = EVENT.equals(values.text(MessageKeys.MESSAGE_DOMAIN))
                && !values.isSet(MessageKeys.EVENT_NAME)
                && !values.isSet(MessageKeys.EVENT_NAME_FIELD);
        return lacksName
                ? Optional.of("Events need a name: set " + MessageKeys.EVENT_NAME + " or "
                        + MessageKeys.EVENT_NAME_FIELD + ".")
                : Optional.empty();
    }

    private static Optional<String> eventsHaveOneNameOnly(ConfigRule.Values values) {
        return values.isSet(MessageKeys.EVENT_NAME) && values.isSet(MessageKeys.EVENT_NAME_FIELD)
                ? Optional.of("Both are set: set either " + MessageKeys.EVENT_NAME + " or "
                        + MessageKeys.EVENT_NAME_FIELD + ".")
                : Optional.empty();
    }

    private static Optional<String> channelSuitsDomain(ConfigRule.Values values) {
        String type = values.text(MessageKeys.CHANNEL_TYPE);
        return MessageDomain.of(String.valueOf(values.text(MessageKeys.MESSAGE_DOMAIN)))
                .filter(domain -> !values.isSet(MessageKeys.CHANNEL_TYPE_FIELD))
                .filter(domain -> !domain.channelTypes().contains(type))
                .map(domain -> "Messages of the domain " + domain.word() + " go to channels of one of the types "
                        + String.join(", ", domain.channelTypes()) + ", not " + type + ".");
    }

    private static Optional<String> dataNamesDiffer(ConfigRule.Values values) {
        Set<String> names = new HashSet<>();
        return values.list(MessageKeys.DATA_FIELDS).stream()
                .map(pair -> PathAndName.parse(pair).name())
                .filter(name -> !names.add(name))
                .findFirst()
                .map(name -> "Two paths have the name " + name + ": one would hide the other.");
    }

    private static Optional<String> addressIsUsable(ConfigRule.Values values) {
        return fault(() -> LinkflowAccount.of(values.text(LinkflowAccountKeys.URL), "key", "secret"));
    }

    private static Optional<String> proxyIsUsable(ConfigRule.Values values) {
        return values.isSet(HttpKeys.PROXY_URL)
                ? fault(() -> ProxyAddress.parse(values.text(HttpKeys.PROXY_URL)))
                : Optional.empty();
    }

    private static Optional<String> fault(Runnable use) {
        try {
            use.run();
            return Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.of(unusable.getMessage());
        }
    }

    private static Optional<String> oneRateLimit(ConfigRule.Values values) {
        return values.number(HttpKeys.RATE_LIMIT_PER_HOUR) > 0 && values.number(HttpKeys.RATE_LIMIT_PER_SECOND) > 0
                ? Optional.of("Both limits are set: set either " + HttpKeys.RATE_LIMIT_PER_HOUR + " or "
                        + HttpKeys.RATE_LIMIT_PER_SECOND + ".")
                : Optional.empty();
    }
}
