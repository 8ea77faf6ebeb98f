package io.martech.connect.options;

import io.martech.connect.options.validator.AtLeast;
import io.martech.connect.options.validator.ListSubset;
import io.martech.connect.options.validator.OneOf;
import io.martech.connect.options.validator.StartTimeValidator;
import io.martech.connect.options.validator.TopicName;
import io.martech.connect.options.validator.TrueOrFalse;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** What every source has in common. */
public final class SourceKeys {

    public static final String RESOURCES = "resources";
    public static final String TOPIC_PREFIX = "topic.prefix";
    public static final String POLL_INTERVAL_MS = "poll.interval.ms";
    public static final String START_TIME = "start.time";
    public static final String SETTLE_LAG_MS = "settle.lag.ms";
    public static final String LOOKBACK_MS = "lookback.ms";
    public static final String DELETES_ENABLED = "deletes.enabled";
    public static final String DELETES_MAX_PERCENT = "deletes.max.percent";
    public static final String PROGRESS_ENABLED = "progress.enabled";
    public static final String PROGRESS_TOPIC = "progress.topic";
    public static final String DECIMAL_HANDLING_MODE = "decimal.handling.mode";
    public static final String TIMESTAMP_HANDLING_MODE = "timestamp.handling.mode";
    public static final String PROPS_HANDLING_MODE = "props.handling.mode";

    private static final long POLL_INTERVAL_MS_DEFAULT = 10_000;
    private static final long LIST_POLL_INTERVAL_MS_DEFAULT = 300_000;
    private static final long SETTLE_LAG_MS_DEFAULT = 5_000;
    private static final long LOOKBACK_MS_DEFAULT = 60_000;

    private SourceKeys() {}

    /** The key with which one resource gets an interval of its own. */
    public static String pollIntervalOf(String resource) {
        return resource + "." + POLL_INTERVAL_MS;
    }

    /**
     * @param resources all resources of the platform
     * @param defaultResources those that are read unless the user chooses
     * @param lists those that are whole lists: each has an interval of its own, since every look reads all of it
     */
    public static void define(
            ConfigDef definition, List<String> resources, List<String> defaultResources, List<String> lists) {
        ConfigGroup reading = new ConfigGroup(definition, "Reading");
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
        defineTopics(new ConfigGroup(definition, "Topics"));
        defineForm(new ConfigGroup(definition, "Record format"));
    }

    /**
     * The same for a platform that answers whole lists, so that nothing has to settle.
     *
     * @param resources all resources of the platform, read by default
     * @param pollIntervalMs the default of {@link #POLL_INTERVAL_MS}
     */
    public static void defineLists(ConfigDef definition, List<String> resources, long pollIntervalMs) {
        ConfigGroup reading = new ConfigGroup(definition, "Reading");
        defineReading(reading, resources, resources, pollIntervalMs);
        resources.forEach(resource -> defineInterval(reading, resource));
        defineDeletes(reading);
        defineTopics(new ConfigGroup(definition, "Topics"));
        defineForm(new ConfigGroup(definition, "Record format"));
    }

    /**
     * The same for a platform of which every resource is a whole list as it is now, so that there is no time to begin at.
     *
     * @param resources all resources of the platform, read by default
     * @param pollIntervalMs the default of {@link #POLL_INTERVAL_MS}
     */
    public static void defineWholeLists(ConfigDef definition, List<String> resources, long pollIntervalMs) {
        ConfigGroup reading = new ConfigGroup(definition, "Reading");
        defineResources(reading, resources, resources);
        definePollInterval(reading, pollIntervalMs);
        resources.forEach(resource -> defineInterval(reading, resource));
        defineDeletes(reading);
        defineTopics(new ConfigGroup(definition, "Topics"));
        defineForm(new ConfigGroup(definition, "Record format"));
    }

    private static void defineReading(
            ConfigGroup group, List<String> resources, List<String> defaultResources, long pollIntervalMs) {
        defineResources(group, resources, defaultResources);
        defineStartTime(group);
        definePollInterval(group, pollIntervalMs);
    }

    private static void defineResources(ConfigGroup group, List<String> resources, List<String> defaultResources) {
        group.key(
                RESOURCES,
                Type.LIST,
                String.join(",", defaultResources),
                new ListSubset(resources),
                Importance.HIGH,
                "Resources",
                "Comma-separated list of resources to read; each has a topic of its own.");
    }

    private static void defineStartTime(ConfigGroup group) {
        group.key(
                START_TIME,
                Type.STRING,
                "",
                new StartTimeValidator(),
                Importance.MEDIUM,
                "Start time",
                "Read changes from this time on, in the platform's local time. Empty, the default, reads the"
                        + " whole history first. If it lies in the future, nothing older is emitted. To change it"
                        + " later, reset the connector's offsets.");
    }

    private static void definePollInterval(ConfigGroup group, long pollIntervalMs) {
        group.key(
                POLL_INTERVAL_MS,
                Type.LONG,
                pollIntervalMs,
                AtLeast.positiveMilliseconds(),
                Importance.MEDIUM,
                "Poll interval",
                "How often to poll for changes after the initial sync. A poll without changes usually costs"
                        + " one request.");
    }

    private static void defineInterval(ConfigGroup group, String resource) {
        group.key(
                pollIntervalOf(resource),
                Type.LONG,
                null,
                AtLeast.positiveMilliseconds().orNotSet(),
                Importance.LOW,
                "Poll interval of " + resource,
                "How often to poll for changes of " + resource + " after the initial sync. Defaults to "
                        + POLL_INTERVAL_MS + ".");
    }

    private static void defineIntervalOfList(ConfigGroup group, String resource) {
        group.key(
                pollIntervalOf(resource),
                Type.LONG,
                LIST_POLL_INTERVAL_MS_DEFAULT,
                AtLeast.positiveMilliseconds(),
                Importance.LOW,
                "Poll interval of " + resource,
                "How often to read " + resource + ", if selected in " + RESOURCES + ". Each poll reads the"
                        + " full list; new and changed rows are emitted.");
    }

    private static void defineDeletes(ConfigGroup group) {
        group.key(
                        DELETES_ENABLED,
                        Type.BOOLEAN,
                        false,
                        new TrueOrFalse(),
                        Importance.MEDIUM,
                        "Deletes",
                        "Emit a tombstone (key without value) when a row disappears from a full listing. A row must"
                                + " be missing from two complete listings in a row and, where the platform can be queried for"
                                + " a single row, be confirmed as gone. Neither an error nor an empty answer deletes anything.")
                .key(
                        DELETES_MAX_PERCENT,
                        Type.INT,
                        5,
                        ConfigDef.Range.between(0, 100),
                        Importance.LOW,
                        "Maximum deletes at once",
                        "If a listing lacks more than this percentage of the known rows, and more than 20 of them,"
                                + " no tombstone is emitted and a warning is logged: so many missing rows suggest a fault or a"
                                + " lost permission.");
    }

    private static void defineWindows(ConfigGroup group) {
        group.key(
                        SETTLE_LAG_MS,
                        Type.LONG,
                        SETTLE_LAG_MS_DEFAULT,
                        AtLeast.milliseconds(),
                        Importance.LOW,
                        "Settle lag",
                        "How far reading stays behind the platform's clock, since a change may become visible"
                                + " shortly after its update time. Higher is safer and slower.")
                .key(
                        LOOKBACK_MS,
                        Type.LONG,
                        LOOKBACK_MS_DEFAULT,
                        AtLeast.milliseconds(),
                        Importance.LOW,
                        "Look-back",
                        "Age at which every second is read a second time, for changes that became visible later than"
                                + " " + SETTLE_LAG_MS + ". 0 disables the second pass.");
    }

    private static void defineTopics(ConfigGroup group) {
        group.key(
                        TOPIC_PREFIX,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        TopicName.prefix(),
                        Importance.HIGH,
                        "Topic prefix",
                        "Prefix of all topic names, followed by a dot and the resource, as in <prefix>.orders.")
                .key(
                        PROGRESS_ENABLED,
                        Type.BOOLEAN,
                        true,
                        new TrueOrFalse(),
                        Importance.LOW,
                        "Progress records",
                        "Emit a progress record at the end of every chunk that was read: how far reading is, and up"
                                + " to when the topic is complete. It carries the offset: if a transformation drops it, the"
                                + " last chunk is repeated after each restart, with exactly-once too. Exclude the progress"
                                + " topic from such a transformation with a predicate.")
                .key(
                        PROGRESS_TOPIC,
                        Type.STRING,
                        "",
                        TopicName.orEmpty(),
                        Importance.LOW,
                        "Progress topic",
                        "Topic of the progress records. Defaults to <" + TOPIC_PREFIX + ">.progress.");
    }

    private static void defineForm(ConfigGroup group) {
        group.key(
                        DECIMAL_HANDLING_MODE,
                        Type.STRING,
                        "precise",
                        new OneOf("precise", "string", "double"),
                        Importance.LOW,
                        "Decimal handling",
                        "How to represent amounts of money: precise uses Connect's Decimal with scale 6, string"
                                + " keeps every digit as text, double may lose precision.")
                .key(
                        TIMESTAMP_HANDLING_MODE,
                        Type.STRING,
                        "connect",
                        new OneOf("connect", "iso"),
                        Importance.LOW,
                        "Timestamp handling",
                        "How to represent times and dates: connect uses Connect's Timestamp and Date, iso uses text"
                                + " such as 2026-01-01T08:00:00+08:00 and 2026-01-01.")
                .key(
                        PROPS_HANDLING_MODE,
                        Type.STRING,
                        "json",
                        new OneOf("json", "map"),
                        Importance.LOW,
                        "Custom properties",
                        "How to represent custom properties: json is one JSON string, map is a map from name to JSON"
                                + " string.");
    }
}
