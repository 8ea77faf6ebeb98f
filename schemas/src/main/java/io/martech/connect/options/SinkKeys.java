package io.martech.connect.options;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The options that every sink has. */
public final class SinkKeys {

    public static final String BATCH_SIZE = "batch.size";
    public static final String LINGER_MS = "linger.ms";
    public static final String BEHAVIOR_ON_NULL_VALUES = "behavior.on.null.values";
    public static final String MAX_CONSECUTIVE_REJECTIONS = "max.consecutive.rejections";
    public static final String ORDERING = "ordering";
    public static final String DEBEZIUM_LOCAL_TIME_ZONE = "debezium.local.time.zone";
    public static final String BATCH_MAX_BYTES = "batch.max.bytes";
    public static final String MAX_BACKLOG_BYTES = "max.backlog.bytes";
    public static final String MAX_UNCOMMITTED_OFFSETS = "max.uncommitted.offsets";

    /** Follows the platform's name and a dot: codes and HTTP statuses that reject a record. */
    public static final String REJECT_CODES = "reject.codes";

    /** Follows the platform's name and a dot: codes and HTTP statuses that ask for a smaller request. */
    public static final String SPLIT_CODES = "split.codes";

    public static final String IGNORE = "ignore";
    public static final String DELETE = "delete";
    public static final String FAIL = "fail";

    public static final String ORDER_BY_IDENTITY = "identity";
    public static final String ORDER_BY_KEY = "key";
    public static final String ORDER_BY_BOTH = "both";

    private static final long LINGER_MS_DEFAULT = 5;
    private static final int MAX_CONSECUTIVE_REJECTIONS_DEFAULT = 100;
    private static final long BATCH_MAX_BYTES_DEFAULT = 4 << 20;
    private static final long MAX_BACKLOG_BYTES_DEFAULT = 64 << 20;
    private static final long MAX_UNCOMMITTED_OFFSETS_DEFAULT = 20_000;

    private static final String NULLS_CANNOT_DELETE =
            "How to handle a record whose value is null: ignore skips it, fail rejects it. The default"
                    + " suits compacted topics, where null marks a delete that the platform offers no endpoint"
                    + " for.";
    private static final String NULLS_MAY_DELETE =
            "How to handle a record whose value is null: ignore skips it, fail rejects it, delete ";

    private SinkKeys() {}

    /**
     * What is specific to one destination in these options.
     *
     * @param batchSizeDefault the default batch size: the documented limit, or less where none is documented
     * @param largestBatch the documented limit; {@link Integer#MAX_VALUE} where none is documented
     * @param lingerMsDefault how long to wait for a batch to fill by default, in milliseconds
     * @param deletion what a tombstone deletes, as the end of a sentence that begins with "delete"; null if nothing can
     *     be deleted
     */
    public record Destination(int batchSizeDefault, int largestBatch, long lingerMsDefault, String deletion) {

        /** A destination without a documented limit and without a request quota, from which nothing can be deleted. */
        public static Destination withBatchesOf(int batchSizeDefault) {
            return new Destination(batchSizeDefault, Integer.MAX_VALUE, LINGER_MS_DEFAULT, null);
        }

        /** Returns a copy with a documented limit. */
        public Destination ofAtMost(int records) {
            return new Destination(batchSizeDefault, records, lingerMsDefault, deletion);
        }

        /** Returns a copy for expensive requests: a record waits longer for a batch to fill. */
        public Destination lingering(long milliseconds) {
            return new Destination(batchSizeDefault, largestBatch, milliseconds, deletion);
        }

        /**
         * Returns a copy whose tombstones delete something.
         *
         * @param what what is deleted, as the end of a sentence that begins with "delete"
         */
        public Destination thatDeletes(String what) {
            return new Destination(batchSizeDefault, largestBatch, lingerMsDefault, what);
        }
    }

    /**
     * @param platform the platform's name, the prefix of its keys
     * @param batchSizeDefault the default for a destination as in {@link Destination#withBatchesOf}
     */
    public static void define(ConfigDef definition, String platform, int batchSizeDefault) {
        define(definition, platform, Destination.withBatchesOf(batchSizeDefault));
    }

    /** @param platform the platform's name, the prefix of its keys */
    public static void define(ConfigDef definition, String platform, Destination destination) {
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
                                + " Columns with a zone are not affected.")
                .number(BATCH_MAX_BYTES, BATCH_MAX_BYTES_DEFAULT)
                .check(Validators.atLeast(1))
                .low()
                .named("Batch size in bytes")
                .doc(
                        "Maximum size of the records in a request, in bytes, estimated from their keys and values. A larger"
                                + " record is sent alone. Requests that the platform refuses as too large (HTTP 413, 414, 431)"
                                + " are split in any case.")
                .number(MAX_BACKLOG_BYTES, MAX_BACKLOG_BYTES_DEFAULT)
                .check(Validators.atLeast(1))
                .low()
                .named("Backlog in bytes")
                .doc(
                        "Maximum size of the records that a task holds before it pauses its partitions, in bytes, estimated"
                                + " from their keys and values; they take about three times as much memory. It resumes at"
                                + " half of it. A single poll of the consumer may come on top: see max.poll.records and"
                                + " fetch.max.bytes of the worker's consumers.")
                .number(MAX_UNCOMMITTED_OFFSETS, MAX_UNCOMMITTED_OFFSETS_DEFAULT)
                .check(Validators.atLeast(1))
                .low()
                .named("Uncommitted offsets")
                .doc("Maximum distance between the offset that can be committed and the last offset received. While one"
                        + " record is retried, records behind it are delivered, but would be delivered again after a"
                        + " restart or rebalance; at this distance the partition is paused until the record is"
                        + " delivered or rejected.")
                .list(platform + "." + REJECT_CODES, "")
                .check(Validators.errorCodes())
                .named("Error codes: reject")
                .doc(
                        "Error codes of the platform, or HTTP statuses, that reject a single record, in addition to those that"
                                + " the platform documents. Without them, a record with an undocumented refusal is retried,"
                                + " and rejected only after it was refused alone ten times while other records were accepted."
                                + " If nothing else is accepted either, the task waits (HTTP 5xx, time-outs) or fails with"
                                + " the code in its message.")
                .list(platform + "." + SPLIT_CODES, "")
                .check(Validators.errorCodes())
                .low()
                .named("Error codes: split")
                .doc(
                        "Error codes of the platform, or HTTP statuses, that mean too much in a request, in addition to those"
                                + " that the platform documents; it is split in half and sent again. A record that is too"
                                + " much by itself is rejected.");
    }

    private static void requireZone(String name, Object value) {
        try {
            ZoneId.of(String.valueOf(value));
        } catch (DateTimeException unknown) {
            throw new ConfigException(name, value, "must be a zone such as +08:00 or Asia/Shanghai");
        }
    }
}
