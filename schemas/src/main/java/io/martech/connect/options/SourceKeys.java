package io.martech.connect.options;

import io.martech.connect.schema.type.Handling;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options that every source has. */
public final class SourceKeys {

    public static final String RESOURCES = "resources";
    public static final String TOPIC_PREFIX = "topic.prefix";
    public static final String POLL_INTERVAL_MS = "poll.interval.ms";
    public static final String START_TIME = "start.time";
    public static final String SETTLE_LAG_MS = "settle.lag.ms";
    public static final String LOOKBACK_MS = "lookback.ms";
    public static final String DELETES_ENABLED = "deletes.enabled";
    public static final String DELETES_MAX_PERCENT = "deletes.max.percent";
    public static final String RESOURCE_FAILURE_ACTION = "resource.failure.action";
    public static final String MALFORMED_ROWS = "malformed.rows";
    public static final String MAX_QUEUE_SIZE_IN_BYTES = "max.queue.size.in.bytes";
    public static final String PROGRESS_ENABLED = "progress.enabled";
    public static final String PROGRESS_TOPIC = "progress.topic";
    public static final String DECIMAL_HANDLING_MODE = "decimal.handling.mode";
    public static final String TIMESTAMP_HANDLING_MODE = "timestamp.handling.mode";
    public static final String CUSTOM_PROPERTIES_MODE = "custom.properties.mode";

    private static final long POLL_INTERVAL_MS_DEFAULT = 10_000;
    private static final long LIST_POLL_INTERVAL_MS_DEFAULT = 300_000;
    private static final long SETTLE_LAG_MS_DEFAULT = 5_000;
    private static final long LOOKBACK_MS_DEFAULT = 60_000;
    private static final long MAX_QUEUE_SIZE_IN_BYTES_DEFAULT = 64L * 1024 * 1024;

    private SourceKeys() {}

    /** The key of a resource's own poll interval. */
    public static String pollIntervalOf(String resource) {
        return resource + "." + POLL_INTERVAL_MS;
    }

    /**
     * @param resources all resources of the platform
     * @param defaultResources the resources that are read by default
     * @param lists the resources read as full listings: each has its own poll interval, since every poll reads the whole
     *     list
     */
    public static void define(
            ConfigDef definition, List<String> resources, List<String> defaultResources, List<String> lists) {
        OptionGroup reading = new OptionGroup(definition, "Reading");
        defineReading(reading, resources, defaultResources, POLL_INTERVAL_MS_DEFAULT);
        for (String resource : resources) {
            if (lists.contains(resource)) {
                defineIntervalOfList(reading, resource);
            } else {
                defineInterval(reading, resource);
            }
        }
        defineDeletes(reading);
        defineWindows(reading);
        defineFailures(reading);
        defineTopics(new OptionGroup(definition, "Topics"));
        defineForm(new OptionGroup(definition, "Record format"));
    }

    /**
     * For a platform that returns full listings, so that there is no settling delay.
     *
     * @param resources all resources of the platform, read by default
     * @param pollIntervalMs the default of {@link #POLL_INTERVAL_MS}
     */
    public static void defineLists(ConfigDef definition, List<String> resources, long pollIntervalMs) {
        OptionGroup reading = new OptionGroup(definition, "Reading");
        defineReading(reading, resources, resources, pollIntervalMs);
        resources.forEach(resource -> defineInterval(reading, resource));
        defineDeletes(reading);
        defineFailures(reading);
        defineTopics(new OptionGroup(definition, "Topics"));
        defineForm(new OptionGroup(definition, "Record format"));
    }

    /**
     * For a platform whose resources are all full listings of the current state, so that there is no start time.
     *
     * @param resources all resources of the platform, read by default
     * @param pollIntervalMs the default of {@link #POLL_INTERVAL_MS}
     */
    public static void defineWholeLists(ConfigDef definition, List<String> resources, long pollIntervalMs) {
        OptionGroup reading = new OptionGroup(definition, "Reading");
        defineResources(reading, resources, resources);
        definePollInterval(reading, pollIntervalMs);
        resources.forEach(resource -> defineInterval(reading, resource));
        defineDeletes(reading);
        defineFailures(reading);
        defineTopics(new OptionGroup(definition, "Topics"));
        defineForm(new OptionGroup(definition, "Record format"));
    }

    private static void defineReading(
            OptionGroup group, List<String> resources, List<String> defaultResources, long pollIntervalMs) {
        defineResources(group, resources, defaultResources);
        defineStartTime(group);
        definePollInterval(group, pollIntervalMs);
    }

    private static void defineResources(OptionGroup group, List<String> resources, List<String> defaultResources) {
        group.list(RESOURCES, String.join(",", defaultResources))
                .check(Validators.oneOrMoreOf(resources))
                .high()
                .named("Resources")
                .doc("Comma-separated list of resources to read; each has a topic of its own.");
    }

    private static void defineStartTime(OptionGroup group) {
        group.text(START_TIME, "")
                .check(Validators.startTime())
                .named("Start time")
                .doc("Read changes from this time on, in the platform's local time. Empty, the default, reads the"
                        + " whole history first. If it lies in the future, nothing older is emitted. To change it"
                        + " later, reset the connector's offsets.");
    }

    private static void definePollInterval(OptionGroup group, long pollIntervalMs) {
        group.duration(POLL_INTERVAL_MS, pollIntervalMs)
                .named("Poll interval")
                .doc("How often to poll for changes after the initial sync. A poll without changes usually costs"
                        + " one request.");
    }

    private static void defineInterval(OptionGroup group, String resource) {
        group.number(pollIntervalOf(resource), null)
                .check(Validators.orNothing(Validators.positiveMilliseconds()))
                .low()
                .named("Poll interval of " + resource)
                .doc("How often to poll for changes of " + resource + " after the initial sync. Defaults to "
                        + POLL_INTERVAL_MS + ".");
    }

    private static void defineIntervalOfList(OptionGroup group, String resource) {
        group.duration(pollIntervalOf(resource), LIST_POLL_INTERVAL_MS_DEFAULT)
                .low()
                .named("Poll interval of " + resource)
                .doc("How often to read " + resource + ", if selected in " + RESOURCES + ". Each poll reads the"
                        + " full list; new and changed rows are emitted.");
    }

    private static void defineDeletes(OptionGroup group) {
        group.flag(DELETES_ENABLED, false)
                .named("Deletes")
                .doc("Emit a tombstone (key without value) when a row disappears from a full listing. A row must"
                        + " be missing from two complete listings in a row and, where the platform can be queried for"
                        + " a single row, be confirmed as gone. Neither an error nor an empty answer deletes anything.")
                .integer(DELETES_MAX_PERCENT, 5)
                .check(ConfigDef.Range.between(0, 100))
                .low()
                .named("Maximum deletes at once")
                .doc("If a listing lacks more than this percentage of the known rows, and more than 20 of them,"
                        + " no tombstone is emitted and a warning is logged: so many missing rows suggest a fault or a"
                        + " lost permission.");
    }

    private static void defineWindows(OptionGroup group) {
        group.number(SETTLE_LAG_MS, SETTLE_LAG_MS_DEFAULT)
                .check(Validators.milliseconds())
                .low()
                .named("Settle lag")
                .doc("How far reading stays behind the platform's clock, since a change may become visible"
                        + " shortly after its update time. Higher is safer and slower.")
                .number(LOOKBACK_MS, LOOKBACK_MS_DEFAULT)
                .check(Validators.milliseconds())
                .low()
                .named("Look-back")
                .doc("Age at which every second is read a second time, for changes that became visible later than" + " "
                        + SETTLE_LAG_MS + ". 0 disables the second pass.");
    }

    private static void defineFailures(OptionGroup group) {
        group.text(RESOURCE_FAILURE_ACTION, "retry")
                .check(Validators.oneOf("retry", "fail"))
                .named("Failed resource")
                .doc("What to do if a resource cannot be read. retry: retry it with growing backoff, up to"
                        + " retry.backoff.max.ms, while the other resources go on; the task fails only if none of its resources"
                        + " can be read. fail: fail the task. An outage of the platform is retried without limit in both"
                        + " modes.")
                .text(MALFORMED_ROWS, "topic")
                .check(Validators.oneOf("topic", "fail"))
                .named("Malformed rows")
                .doc(
                        "What to do with a row that cannot become a record, such as one without its id. topic: write it as it"
                                + " came to <" + TOPIC_PREFIX
                                + ">.malformed, with resource and reason, and go on. fail: treat it as a"
                                + " failure of its resource.")
                .number(MAX_QUEUE_SIZE_IN_BYTES, MAX_QUEUE_SIZE_IN_BYTES_DEFAULT)
                .check(Validators.atLeast(1))
                .low()
                .named("Queue size")
                .doc(
                        "Maximum estimated bytes that one task holds of what it reads, over all of its resources: pages that are"
                                + " requested and rows that wait to be handed to Kafka. A single page or chunk may be larger.");
    }

    private static void defineTopics(OptionGroup group) {
        group.text(TOPIC_PREFIX, ConfigDef.NO_DEFAULT_VALUE)
                .check(Validators.topicPrefix())
                .high()
                .named("Topic prefix")
                .doc("Prefix of all topic names, followed by a dot and the resource, as in <prefix>.orders.")
                .flag(PROGRESS_ENABLED, true)
                .low()
                .named("Progress records")
                .doc("Emit a progress record at the end of every chunk that was read: how far reading is, and up"
                        + " to when the topic is complete. It carries the offset: if a transformation drops it, the"
                        + " last chunk is repeated after each restart, with exactly-once too. Exclude the progress"
                        + " topic from such a transformation with a predicate.")
                .text(PROGRESS_TOPIC, "")
                .check(Validators.topicOrEmpty())
                .low()
                .named("Progress topic")
                .doc("Topic of the progress records. Defaults to <" + TOPIC_PREFIX + ">.progress.");
    }

    private static void defineForm(OptionGroup group) {
        group.text(DECIMAL_HANDLING_MODE, "precise")
                .check(Validators.oneOf("precise", "string", "double"))
                .low()
                .named("Decimal handling")
                .doc("How to represent amounts of money: precise uses Connect's Decimal with scale 6, string"
                        + " keeps every digit as text, double may lose precision.")
                .text(TIMESTAMP_HANDLING_MODE, "connect")
                .check(Validators.oneOf("connect", "iso"))
                .low()
                .named("Timestamp handling")
                .doc("How to represent times and dates: connect uses Connect's Timestamp and Date, iso uses text"
                        + " such as 2026-01-01T08:00:00+08:00 and 2026-01-01.")
                .text(CUSTOM_PROPERTIES_MODE, "json")
                .check(Validators.oneOf("json", "map"))
                .low()
                .named("Custom properties")
                .doc("How to represent custom properties: json is one JSON string, map is a map from name to JSON"
                        + " string.");
    }

    /**
     * The values of the three {@code *.mode} options.
     *
     * @param zone the fixed offset of the platform's local times
     */
    public static Handling handling(AbstractConfig config, ZoneOffset zone) {
        return new Handling(
                Handling.Decimals.valueOf(constant(config, DECIMAL_HANDLING_MODE)),
                Handling.Timestamps.valueOf(constant(config, TIMESTAMP_HANDLING_MODE)),
                Handling.Props.valueOf(constant(config, CUSTOM_PROPERTIES_MODE)),
                zone);
    }

    private static String constant(AbstractConfig config, String key) {
        return config.getString(key).toUpperCase(Locale.ROOT);
    }
}
