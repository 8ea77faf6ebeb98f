package io.martech.connect.sink.linkflow;

import io.martech.connect.options.ConfigRule;
import io.martech.connect.sink.linkflow.message.MessageDomain;
import io.martech.connect.sink.linkflow.options.LinkflowRules;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import io.martech.connect.sink.record.PathAndName;
import java.util.List;
import java.util.Optional;

/** What must hold between the keys; each rule blames one key. */
final class MessageRules {

    private static final String EVENT = MessageDomain.EVENT.word();

    private MessageRules() {}

    static List<ConfigRule> all() {
        return LinkflowRules.with(
                ConfigRule.exactlyOne(MessageKeys.IDENTITY_FIELDS, MessageKeys.IDENTITIES_FIELD),
                ConfigRule.exactlyOne(MessageKeys.CHANNEL_KEY, MessageKeys.CHANNEL_KEY_FIELD),
                ConfigRule.exactlyOne(MessageKeys.MESSAGE_DOMAIN, MessageKeys.MESSAGE_DOMAIN_FIELD),
                new ConfigRule(MessageKeys.EVENT_NAME, MessageRules::eventsHaveNames),
                new ConfigRule(MessageKeys.EVENT_NAME_FIELD, MessageRules::eventsHaveOneNameOnly),
                new ConfigRule(MessageKeys.CHANNEL_TYPE, MessageRules::channelSuitsDomain),
                new ConfigRule(MessageKeys.DATA_FIELDS, MessageRules::dataNamesDiffer));
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
        return PathAndName.sharedName(values.list(MessageKeys.DATA_FIELDS))
                .map(name -> "Two paths have the name " + name + ": one would hide the other.");
    }
}
