package io.martech.connect.source.connector;

import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.source.engine.SourceSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold between the keys of any source. Each rule blames one key. */
public final class SourceRules {

    private SourceRules() {}

    /**
     * @param account the rules of the platform's account
     * @param dataTopics what comes after the prefix in the names of topics that hold data
     * @param own the rules of one source
     */
    public static List<ConfigRule> with(List<ConfigRule> account, Collection<String> dataTopics, ConfigRule... own) {
        List<ConfigRule> rules = new ArrayList<>(account);
        rules.add(new ConfigRule(SourceKeys.PROGRESS_TOPIC, values -> progressHasATopicOfItsOwn(values, dataTopics)));
        rules.addAll(Arrays.asList(own));
        return List.copyOf(rules);
    }

    private static Optional<String> progressHasATopicOfItsOwn(ConfigRule.Values values, Collection<String> dataTopics) {
        String prefix = values.text(SourceKeys.TOPIC_PREFIX) + ".";
        String topic = values.text(SourceKeys.PROGRESS_TOPIC);
        return values.isOn(SourceKeys.PROGRESS_ENABLED)
                        && Stream.concat(dataTopics.stream(), Stream.of(SourceSettings.MALFORMED))
                                .map(prefix::concat)
                                .anyMatch(topic::equals)
                ? Optional.of("'" + topic + "' is a data topic; progress records need a separate topic, which is"
                        + " compacted.")
                : Optional.empty();
    }
}
