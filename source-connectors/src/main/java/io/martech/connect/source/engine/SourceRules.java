package io.martech.connect.source.engine;

import io.martech.connect.config.HttpKeys;
import io.martech.connect.config.RetryBackoffRule;
import io.martech.connect.config.SourceKeys;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/** Rules between keys that every source has. Every error lands on a key. */
public final class SourceRules {

    private final Config checked;
    private final Map<String, ConfigValue> values;

    /** @param checked key by key already */
    public SourceRules(Config checked) {
        this.checked = checked;
        this.values = checked.configValues().stream().collect(Collectors.toMap(ConfigValue::name, value -> value));
        RetryBackoffRule.check(checked);
    }

    public boolean hasNoErrors() {
        return checked.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty());
    }

    public void addError(String key, String message) {
        values.get(key).addErrorMessage(message);
    }

    /** Only one of the two quotas can count. */
    public void refuseTwoQuotas(AbstractConfig config) {
        if (config.getInt(HttpKeys.RATE_LIMIT_PER_SECOND) > 0 && config.getInt(HttpKeys.RATE_LIMIT_PER_HOUR) > 0) {
            addError(
                    HttpKeys.RATE_LIMIT_PER_HOUR,
                    HttpKeys.RATE_LIMIT_PER_SECOND + " is set too; only one of the two can count.");
        }
    }

    /** @param dataTopics what comes after the prefix in the names of topics that hold data */
    public void refuseSharedProgressTopic(SourceSettings settings, Collection<String> dataTopics) {
        String progressTopic = settings.progressTopic();
        if (settings.progressIsEnabled()
                && dataTopics.stream().map(settings::topicOf).anyMatch(progressTopic::equals)) {
            addError(
                    SourceKeys.PROGRESS_TOPIC,
                    "'" + progressTopic
                            + "' is a topic of data; progress records need one of their own, for it is compacted.");
        }
    }
}
