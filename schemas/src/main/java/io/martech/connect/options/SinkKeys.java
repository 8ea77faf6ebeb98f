package io.martech.connect.options;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** What every sink has in common. */
public final class SinkKeys {

    public static final String BATCH_SIZE = "batch.size";
    public static final String LINGER_MS = "linger.ms";
    public static final String BEHAVIOR_ON_NULL_VALUES = "behavior.on.null.values";
    public static final String MAX_CONSECUTIVE_REJECTIONS = "max.consecutive.rejections";
    public static final String ORDERING = "ordering";
    public static final String DEBEZIUM_LOCAL_TIME_ZONE = "debezium.local.time.zone";

    public static final String IGNORE = "ignore";
    public static final String DELETE = "delete";
    public static final String FAIL = "fail";

    public static final String ORDER_BY_IDENTITY = "identity";
    public static final String ORDER_BY_KEY = "key";
    public static final String ORDER_BY_BOTH = "both";

    private static final long LINGER_MS_DEFAULT = 5;
    private static final int MAX_CONSECUTIVE_REJECTIONS_DEFAULT = 100;

    private static final String NULLS_CANNOT_DELETE =
            "How to handle a record whose value is null: ignore skips it, fail rejects it. The default"
                    + " suits compacted topics, where null marks a delete that the platform offers no endpoint"
                    + " for.";
    private static final String NULLS_MAY_DELETE =
            "How to handle a record whose value is null: ignore skips it, fail rejects it, delete ";

    private SinkKeys() {}

    /**
     * What one destination makes of these keys.
     *
     * @param batchSizeDefault what suits the endpoint; its documented limit, or less where none is documented
     * @param largestBatch the documented limit; {@link Integer#MAX_VALUE} where none is documented
     * @param lingerMsDefault how long waiting for company pays off, in milliseconds
     * @param deletion what a record without a value can do, as the end of a sentence that begins with "delete"; null for nothing
     */
    public record Destination(int batchSizeDefault, int largestBatch, long lingerMsDefault, String deletion) {

        /** A destination without a documented limit, whose requests are free, and from which nothing is deleted. */
        public static Destination withBatchesOf(int batchSizeDefault) {
            return new Destination(batchSizeDefault, Integer.MAX_VALUE, LINGER_MS_DEFAULT, null);
        }

        /** The same with a documented limit. */
        public Destination ofAtMost(int records) {
            return new Destination(batchSizeDefault, records, lingerMsDefault, deletion);
        }

        /** The same where requests are dear, so that a record waits longer for others. */
        public Destination lingering(long milliseconds) {
            return new Destination(batchSizeDefault, largestBatch, milliseconds, deletion);
        }

        /** The same where a record without a value can delete something. @param what it does, after "delete" */
        public Destination thatDeletes(String what) {
            return new Destination(batchSizeDefault, largestBatch, lingerMsDefault, what);
        }
    }

    /** @param batchSizeDefault of a destination as {@link Destination#withBatchesOf} describes it */
    public static void define(ConfigDef definition, int batchSizeDefault) {
        define(definition, Destination.withBatchesOf(batchSizeDefault));
    }

    public static void define(ConfigDef definition, Destination destination) {
        new OptionGroup(definition, "Writing")
                .integer(BATCH_SIZE, destination.batchSizeDefault)
                .check(Validators.between(1, destination.largestBatch))
                .named("Batch size")
                .doc("Maximum number of records per request. Only records that may share a request are batched,"
                        + " so many requests hold fewer.")
                .number(LINGER_MS, destination.lingerMsDefault)
                .check(Validators.milliseconds())
                .low()
                .named("Linger")
                .doc("How long a record may wait for others to fill its batch. 0 sends immediately.")
                .text(ORDERING, ORDER_BY_IDENTITY)
                .check(Validators.oneOf(ORDER_BY_IDENTITY, ORDER_BY_KEY, ORDER_BY_BOTH))
                .named("Ordering")
                .doc(
                        "Which records are written in topic order: identity, those that share an identity, such as an e-mail address or"
                                + " the key of a row; key, those with the same Kafka key; both, those that share either. A Kafka key"
                                + " that many people share, such as a region, leads to small batches.")
                .text(BEHAVIOR_ON_NULL_VALUES, IGNORE)
                .check(
                        destination.deletion != null
                                ? Validators.oneOf(IGNORE, DELETE, FAIL)
                                : Validators.oneOf(IGNORE, FAIL))
                .low()
                .named("Null values")
                .doc(destination.deletion != null ? NULLS_MAY_DELETE + destination.deletion : NULLS_CANNOT_DELETE)
                .integer(MAX_CONSECUTIVE_REJECTIONS, MAX_CONSECUTIVE_REJECTIONS_DEFAULT)
                .check(Validators.atLeast(1))
                .named("Consecutive rejections")
                .doc("Number of consecutive rejections with the same code, without a delivery in between, after"
                        + " which the task fails. It keeps an outage or a wrong setting from draining a topic into the"
                        + " dead-letter topic.")
                .text(DEBEZIUM_LOCAL_TIME_ZONE, "UTC")
                .check(ConfigDef.LambdaValidator.with(
                        SinkKeys::requireZone, () -> "a zone such as +08:00 or Asia/Shanghai"))
                .named("Debezium local time zone")
                .doc(
                        "Time zone of database columns without one (MySQL DATETIME, PostgreSQL timestamp, Oracle DATE). Debezium"
                                + " encodes their wall-clock times as if they were in UTC (io.debezium.time.Timestamp,"
                                + " MicroTimestamp, NanoTimestamp, IsoTimestamp). The default takes them as UTC. If the columns hold"
                                + " local times, set their zone, such as +08:00; otherwise Chinese times arrive eight hours late."
                                + " Columns with a zone are not affected.");
    }

    private static void requireZone(String name, Object value) {
        try {
            ZoneId.of(String.valueOf(value));
        } catch (DateTimeException unknown) {
            throw new ConfigException(name, value, "must be a zone such as +08:00 or Asia/Shanghai");
        }
    }
}
