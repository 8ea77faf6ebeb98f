package io.martech.connect.source.linkflow;

import io.martech.connect.account.linkflow.LinkflowConnection;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.source.connector.SourceRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold between the keys; each rule blames one key. */
final class LinkflowSourceRules {

    private static final List<String> DATA_TOPICS = Stream.concat(
                    LinkflowResources.NAMES.stream(), Stream.of(LinkflowResources.ORDER_LINES_TOPIC))
            .toList();

    private LinkflowSourceRules() {}

    static List<ConfigRule> all() {
        Stream<ConfigRule> choices = LinkflowListKeys.NEEDED.entrySet().stream()
                .map(needed -> choiceIsMade(needed.getKey(), needed.getValue()));
        Stream<ConfigRule> others = Stream.concat(ResyncRules.all(), TagExportRules.all());
        return SourceRules.with(
                LinkflowConnection.rules(),
                DATA_TOPICS,
                Stream.concat(choices, others).toArray(ConfigRule[]::new));
    }

    /** @param keys one of them says what to read of the resource; the first gets the blame */
    private static ConfigRule choiceIsMade(String resource, List<String> keys) {
        return new ConfigRule(keys.get(0), values -> {
            boolean isRead = values.list(SourceKeys.RESOURCES).contains(resource);
            return isRead && keys.stream().noneMatch(values::isSet)
                    ? Optional.of("It must select what to read of " + resource + ": set " + String.join(" or ", keys)
                            + ", or leave " + resource + " out of " + SourceKeys.RESOURCES + ".")
                    : Optional.empty();
        });
    }
}
