package io.martech.connect.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** What every sink has in common. */
public final class SinkKeys {

    public static final String BATCH_SIZE = "batch.size";
    public static final String LINGER_MS = "linger.ms";
    public static final String BEHAVIOR_ON_NULL_VALUES = "behavior.on.null.values";
    public static final String MAX_CONSECUTIVE_REJECTIONS = "max.consecutive.rejections";

    public static final String IGNORE = "ignore";
    public static final String FAIL = "fail";

    private static final long LINGER_MS_DEFAULT = 5;
    private static final int MAX_CONSECUTIVE_REJECTIONS_DEFAULT = 100;

    private SinkKeys() {}

    /** @param batchSizeDefault what suits the endpoint; its documented limit, or less where none is documented */
    public static void define(ConfigDef definition, int batchSizeDefault) {
        new ConfigGroup(definition, "Writing")
                .key(
                        BATCH_SIZE,
                        Type.INT,
                        batchSizeDefault,
                        AtLeast.number(1),
                        Importance.MEDIUM,
                        "Batch size",
                        "Most records in one request. Only records that may share a request are put together, so many requests"
                                + " hold fewer.")
                .key(
                        LINGER_MS,
                        Type.LONG,
                        LINGER_MS_DEFAULT,
                        AtLeast.milliseconds(),
                        Importance.LOW,
                        "Linger",
                        "Milliseconds that a record may wait for others to share its request. 0 sends at once.")
                .key(
                        BEHAVIOR_ON_NULL_VALUES,
                        Type.STRING,
                        IGNORE,
                        new OneOf(IGNORE, FAIL),
                        Importance.LOW,
                        "Records without a value",
                        "What to do with a record whose value is null: ignore skips it, fail treats it as rejected. The default"
                                + " suits compacted topics, where null marks a delete that the platform has no call for.")
                .key(
                        MAX_CONSECUTIVE_REJECTIONS,
                        Type.INT,
                        MAX_CONSECUTIVE_REJECTIONS_DEFAULT,
                        AtLeast.number(1),
                        Importance.MEDIUM,
                        "Rejections in a row",
                        "Number of records rejected in a row with one and the same code, and none delivered between, after which the"
                                + " task stops. It keeps an outage or a wrong setting from draining a topic into the dead letters.");
    }
}
