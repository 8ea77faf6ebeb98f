package io.martech.connect.source.engine;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.StartTime;
import io.martech.connect.schema.type.Handling;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The parsed options of a source: those that every source has ({@link SourceKeys}), to which each platform adds its own.
 */
public abstract class SourceOptions extends AbstractConfig {

    /** Follows the prefix: the topic of rows that cannot be converted to records. */
    private static final String MALFORMED = "malformed";

    private final String platform;

    /** @param platform its name in offsets, and in the names of its options */
    protected SourceOptions(String platform, ConfigDef definition, Map<String, String> properties) {
        // Not logged, since the values include the account.
        super(definition, properties, false);
        this.platform = platform;
    }

    /**
     * The rule that progress records have a topic of their own.
     *
     * @param dataTopics the names of the data topics after the prefix
     */
    public static ConfigRule progressHasATopicOfItsOwn(Collection<String> dataTopics) {
        return new ConfigRule(SourceKeys.PROGRESS_TOPIC, values -> {
            String prefix = values.text(SourceKeys.TOPIC_PREFIX) + ".";
            String topic = values.text(SourceKeys.PROGRESS_TOPIC);
            return values.isOn(SourceKeys.PROGRESS_ENABLED)
                            && Stream.concat(dataTopics.stream(), Stream.of(MALFORMED))
                                    .map(prefix::concat)
                                    .anyMatch(topic::equals)
                    ? Optional.of("'" + topic + "' is a data topic; progress records need a separate topic, which is"
                            + " compacted.")
                    : Optional.empty();
        });
    }

    /** The fixed offset of the platform's local times. */
    public abstract ZoneOffset zone();

    /**
     * The settings that the offsets of a resource depend on (address, filters, start time), in the terms of the
     * configuration, so that the user sees what differs.
     */
    public abstract String scope(String resource);

    public final String platform() {
        return platform;
    }

    /** The resources that this connector, or this task, reads. */
    public final List<String> resources() {
        return getList(SourceKeys.RESOURCES);
    }

    /** Where reading begins; empty for the whole history. */
    public final Optional<LocalDateTime> startTime() {
        return StartTime.parse(getString(SourceKeys.START_TIME));
    }

    public final Duration pollIntervalOf(String resource) {
        Long own = getLong(SourceKeys.pollIntervalOf(resource));
        return Duration.ofMillis(own == null ? getLong(SourceKeys.POLL_INTERVAL_MS) : own);
    }

    public final boolean deletesAreEnabled() {
        return getBoolean(SourceKeys.DELETES_ENABLED);
    }

    /** The maximum percentage of known rows that may disappear at once and be treated as deleted. */
    public final int deletesMaximumPercent() {
        return getInt(SourceKeys.DELETES_MAX_PERCENT);
    }

    public final Handling handling() {
        return SourceKeys.handling(this, zone());
    }

    public final String topicOf(String name) {
        return getString(SourceKeys.TOPIC_PREFIX) + "." + name;
    }

    public final boolean progressIsEnabled() {
        return getBoolean(SourceKeys.PROGRESS_ENABLED);
    }

    public final String progressTopic() {
        String topic = getString(SourceKeys.PROGRESS_TOPIC);
        return topic.isEmpty() ? topicOf("progress") : topic;
    }

    /** The memory limit of one task. */
    public final MemoryBudget newMemoryBudget() {
        return new MemoryBudget(getLong(SourceKeys.MAX_QUEUE_SIZE_IN_BYTES));
    }

    /** The engine's settings. */
    EngineSettings engine(MemoryBudget memory) {
        return new EngineSettings(
                platform,
                progressIsEnabled() ? new PlatformProgressRecords(platform, progressTopic(), handling()) : null,
                "topic".equals(getString(SourceKeys.MALFORMED_ROWS)) ? topicOf(MALFORMED) : null,
                HttpOptions.settings(this).retry(),
                "fail".equals(getString(SourceKeys.RESOURCE_FAILURE_ACTION)),
                "all".equals(originals().get("errors.tolerance")),
                memory);
    }
}
