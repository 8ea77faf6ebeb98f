package io.martech.connect.source.engine;

import io.martech.connect.account.HttpConfig;
import io.martech.connect.options.HandlingConfig;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.StartTime;
import io.martech.connect.schema.type.Handling;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;

/** Reads what every source has in common ({@link SourceKeys}) from a configuration. */
public final class SourceSettings {

    /** After the prefix, the topic of rows that cannot become records. */
    public static final String MALFORMED = "malformed";

    private final AbstractConfig config;
    private final String platform;
    private final ZoneOffset zone;

    public SourceSettings(AbstractConfig config, String platform, ZoneOffset zone) {
        this.config = config;
        this.platform = platform;
        this.zone = zone;
    }

    public String platform() {
        return platform;
    }

    /** The fixed offset of the platform's local times. */
    public ZoneOffset zone() {
        return zone;
    }

    /** What this connector, or this task of it, reads. */
    public List<String> resources() {
        return config.getList(SourceKeys.RESOURCES);
    }

    /** Where reading begins; nothing for the whole history. */
    public Optional<LocalDateTime> startTime() {
        return StartTime.parse(config.getString(SourceKeys.START_TIME));
    }

    public Duration pollIntervalOf(String resource) {
        Long own = config.getLong(SourceKeys.pollIntervalOf(resource));
        return Duration.ofMillis(own == null ? config.getLong(SourceKeys.POLL_INTERVAL_MS) : own);
    }

    public boolean deletesAreEnabled() {
        return config.getBoolean(SourceKeys.DELETES_ENABLED);
    }

    /** Of the known rows, how many may be missing at once and be taken for deleted. */
    public int deletesMaximumPercent() {
        return config.getInt(SourceKeys.DELETES_MAX_PERCENT);
    }

    public Handling handling() {
        return HandlingConfig.from(config, zone);
    }

    public String topicOf(String name) {
        return config.getString(SourceKeys.TOPIC_PREFIX) + "." + name;
    }

    public boolean progressIsEnabled() {
        return config.getBoolean(SourceKeys.PROGRESS_ENABLED);
    }

    public String progressTopic() {
        String topic = config.getString(SourceKeys.PROGRESS_TOPIC);
        return topic.isEmpty() ? topicOf("progress") : topic;
    }

    /** What a task does with what it has read, and with what it cannot read. */
    EngineSettings engine() {
        return new EngineSettings(
                platform,
                progressIsEnabled() ? new PlatformProgressRecords(platform, progressTopic(), handling()) : null,
                "topic".equals(config.getString(SourceKeys.MALFORMED_ROWS)) ? topicOf(MALFORMED) : null,
                HttpConfig.of(config).retry(),
                "fail".equals(config.getString(SourceKeys.RESOURCE_FAILURE_ACTION)),
                "all".equals(config.originals().get("errors.tolerance")),
                config.getLong(SourceKeys.MAX_QUEUE_SIZE_IN_BYTES));
    }
}
