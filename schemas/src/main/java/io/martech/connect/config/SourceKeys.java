package io.martech.connect.config;

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
        defineForm(new ConfigGroup(definition, "Form of the records"));
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
        defineForm(new ConfigGroup(definition, "Form of the records"));
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
        defineForm(new ConfigGroup(definition, "Form of the records"));
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
                "What to read, separated by commas; each goes to a topic of its own.");
    }

    private static void defineStartTime(ConfigGroup group) {
        group.key(
                START_TIME,
                Type.STRING,
                "",
                new StartTimeValidator(),
                Importance.MEDIUM,
                "Start time",
                "Read changes from this time on, in the platform's local time. Empty, the default, means the whole history"
                        + " first. If it lies ahead, nothing older is emitted. To change it later, reset the connector's"
                        + " offsets.");
    }

    private static void definePollInterval(ConfigGroup group, long pollIntervalMs) {
        group.key(
                POLL_INTERVAL_MS,
                Type.LONG,
                pollIntervalMs,
                AtLeast.positiveMilliseconds(),
                Importance.MEDIUM,
                "Poll interval",
                "Milliseconds between two looks for changes once all is read. An idle look usually costs one request.");
    }

    private static void defineInterval(ConfigGroup group, String resource) {
        group.key(
                pollIntervalOf(resource),
                Type.LONG,
                null,
                AtLeast.positiveMilliseconds().orNotSet(),
                Importance.LOW,
                "Poll interval of " + resource,
                "Milliseconds between two looks for changes of " + resource + ". Without it, " + POLL_INTERVAL_MS
                        + " counts.");
    }

    private static void defineIntervalOfList(ConfigGroup group, String resource) {
        group.key(
                pollIntervalOf(resource),
                Type.LONG,
                LIST_POLL_INTERVAL_MS_DEFAULT,
                AtLeast.positiveMilliseconds(),
                Importance.LOW,
                "Poll interval of " + resource,
                "Milliseconds between two readings of " + resource
                        + ", if they are chosen: each reads all of them, and what" + " differs is emitted.");
    }

    private static void defineDeletes(ConfigGroup group) {
        group.key(
                        DELETES_ENABLED,
                        Type.BOOLEAN,
                        false,
                        new TrueOrFalse(),
                        Importance.MEDIUM,
                        "Deletes",
                        "Whether rows that a whole list no longer holds are told as deleted: a record with their key and no value. It"
                                + " takes two complete readings that lack a row, and where the platform can be asked for a single row,"
                                + " its word. An error or an empty answer never deletes anything.")
                .key(
                        DELETES_MAX_PERCENT,
                        Type.INT,
                        5,
                        ConfigDef.Range.between(0, 100),
                        Importance.LOW,
                        "Most deletes at once",
                        "If a reading lacks more than so many percent of the rows, and more than 20, none of them is told as deleted:"
                                + " so many at once may be a fault or a lost permission, and a warning says so.");
    }

    private static void defineWindows(ConfigGroup group) {
        group.key(
                        SETTLE_LAG_MS,
                        Type.LONG,
                        SETTLE_LAG_MS_DEFAULT,
                        AtLeast.milliseconds(),
                        Importance.LOW,
                        "Settle lag",
                        "Milliseconds that reading stays behind the platform's clock, since a change may become visible a moment"
                                + " after its time. More is safer and slower.")
                .key(
                        LOOKBACK_MS,
                        Type.LONG,
                        LOOKBACK_MS_DEFAULT,
                        AtLeast.milliseconds(),
                        Importance.LOW,
                        "Look-back",
                        "Age in milliseconds at which every second is read once more, for changes that became visible later than "
                                + SETTLE_LAG_MS + ". 0 switches the second reading off.");
    }

    private static void defineTopics(ConfigGroup group) {
        group.key(
                        TOPIC_PREFIX,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        TopicName.prefix(),
                        Importance.HIGH,
                        "Topic prefix",
                        "Beginning of every topic's name: the resource follows after a dot, as in <prefix>.orders.")
                .key(
                        PROGRESS_ENABLED,
                        Type.BOOLEAN,
                        true,
                        new TrueOrFalse(),
                        Importance.LOW,
                        "Progress records",
                        "Whether to write a record about the reading itself at the end of every unit: how far it is, and up to when"
                                + " the topic is complete. It carries the position: a transformation that drops it makes the last"
                                + " unit come again after each restart, with exactly-once too. Let such a one pass by, with a"
                                + " predicate on the topic's name.")
                .key(
                        PROGRESS_TOPIC,
                        Type.STRING,
                        "",
                        TopicName.orEmpty(),
                        Importance.LOW,
                        "Progress topic",
                        "Topic of the progress records. Empty, the default, means <" + TOPIC_PREFIX + ">.progress.");
    }

    private static void defineForm(ConfigGroup group) {
        group.key(
                        DECIMAL_HANDLING_MODE,
                        Type.STRING,
                        "precise",
                        new OneOf("precise", "string", "double"),
                        Importance.LOW,
                        "Money",
                        "How amounts of money look: precise is Connect's Decimal with six places, string a text with every digit,"
                                + " double a floating-point number, which may round.")
                .key(
                        TIMESTAMP_HANDLING_MODE,
                        Type.STRING,
                        "connect",
                        new OneOf("connect", "iso"),
                        Importance.LOW,
                        "Times",
                        "How times and days look: connect is Connect's Timestamp and Date, iso a text such as"
                                + " 2026-01-01T08:00:00+08:00 and 2026-01-01.")
                .key(
                        PROPS_HANDLING_MODE,
                        Type.STRING,
                        "json",
                        new OneOf("json", "map"),
                        Importance.LOW,
                        "Custom properties",
                        "How custom properties look: json is one JSON text, map a map of name to JSON text.");
    }
}
