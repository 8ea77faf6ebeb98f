package io.martech.connect.source.linkflow;

import io.martech.connect.config.ConfigGroup;
import io.martech.connect.config.HandlingConfig;
import io.martech.connect.config.HttpKeys;
import io.martech.connect.config.LinkflowAccountKeys;
import io.martech.connect.config.OneOf;
import io.martech.connect.config.SourceKeys;
import io.martech.connect.config.StartTime;
import io.martech.connect.schema.Handling;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The configuration of {@link LinkflowSourceConnector}. */
public final class LinkflowSourceConfig extends AbstractConfig {

    public static final String CONTACTS_ANONYMOUS = "contacts.anonymous";
    public static final String CONTACTS_OPEN_IDS = "contacts.open.ids";
    public static final String CONTACTS_WINDOW_PRECISION = "contacts.window.precision";
    public static final String ORDER_LINES = "order.lines";

    private static final String PRECISION_AUTO = "auto";

    public LinkflowSourceConfig(Map<String, String> properties) {
        super(definition(), properties, false);
    }

    /** Every key of the connector. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountKeys.define(definition);
        SourceKeys.define(definition, LinkflowResources.NAMES, LinkflowResources.NAMES);
        defineLinkflow(new ConfigGroup(definition, "Orders and contacts"));
        HttpKeys.define(definition, HttpKeys.RETRIES_WITHOUT_END);
        return definition;
    }

    private static void defineLinkflow(ConfigGroup group) {
        group.key(
                        ORDER_LINES,
                        Type.STRING,
                        "nested",
                        new OneOf("nested", "topic", "both"),
                        Importance.MEDIUM,
                        "Order lines",
                        "Where the lines of an order go: nested in the order, to a topic of their own named" + " <"
                                + SourceKeys.TOPIC_PREFIX + ">.order-lines with the key order id and line id, or both.")
                .key(
                        CONTACTS_ANONYMOUS,
                        Type.STRING,
                        "named",
                        new OneOf("named", "anonymous", "all"),
                        Importance.MEDIUM,
                        "Anonymous contacts",
                        "Which contacts to read. For anonymous and all, history is read by windows of the update time, since"
                                + " nobody documents whether the platform's cursor shows anonymous contacts.")
                .key(
                        CONTACTS_OPEN_IDS,
                        Type.BOOLEAN,
                        true,
                        Importance.LOW,
                        "Open ids",
                        "Whether contacts carry their WeChat open ids.")
                .key(
                        CONTACTS_WINDOW_PRECISION,
                        Type.STRING,
                        PRECISION_AUTO,
                        new OneOf(PRECISION_AUTO, "second", "day"),
                        Importance.LOW,
                        "Precision of windows",
                        "Whether the platform's filter on a contact's update time takes a time of day. auto finds out with a known"
                                + " contact before anything is read. Do not set second unless you are sure: on a platform that"
                                + " cuts times to dates every change would be missed.");
    }

    String url() {
        return getString(LinkflowAccountKeys.URL);
    }

    ZoneOffset zone() {
        return ZoneOffset.of(getString(LinkflowAccountKeys.TIME_ZONE));
    }

    List<String> resources() {
        return getList(SourceKeys.RESOURCES);
    }

    Optional<LocalDateTime> startTime() {
        return StartTime.parse(getString(SourceKeys.START_TIME));
    }

    Duration settleLag() {
        return Duration.ofMillis(getLong(SourceKeys.SETTLE_LAG_MS));
    }

    Duration lookBack() {
        return Duration.ofMillis(getLong(SourceKeys.LOOKBACK_MS));
    }

    Duration pollIntervalOf(String resource) {
        Long own = getLong(SourceKeys.pollIntervalOf(resource));
        return Duration.ofMillis(own == null ? getLong(SourceKeys.POLL_INTERVAL_MS) : own);
    }

    Handling handling() {
        return HandlingConfig.from(this, zone());
    }

    String topicOf(String name) {
        return getString(SourceKeys.TOPIC_PREFIX) + "." + name;
    }

    boolean progressIsEnabled() {
        return getBoolean(SourceKeys.PROGRESS_ENABLED);
    }

    String progressTopic() {
        String topic = getString(SourceKeys.PROGRESS_TOPIC);
        return topic.isEmpty() ? topicOf("progress") : topic;
    }

    OrderLines orderLines() {
        return OrderLines.valueOf(getString(ORDER_LINES).toUpperCase(Locale.ROOT));
    }

    ContactKind contactKind() {
        return ContactKind.of(getString(CONTACTS_ANONYMOUS));
    }

    boolean wantsOpenIds() {
        return getBoolean(CONTACTS_OPEN_IDS);
    }

    /** The precision that the user demands, or null to find out. */
    WindowPrecision windowPrecisionOrNull() {
        String text = getString(CONTACTS_WINDOW_PRECISION);
        return PRECISION_AUTO.equals(text) ? null : WindowPrecision.valueOf(text.toUpperCase(Locale.ROOT));
    }

    int maxInFlightRequests() {
        return getInt(HttpKeys.MAX_IN_FLIGHT_REQUESTS);
    }
}
