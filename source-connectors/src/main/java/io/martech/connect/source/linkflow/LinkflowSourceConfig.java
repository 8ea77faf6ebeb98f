package io.martech.connect.source.linkflow;

import io.martech.connect.options.HttpKeys;
import io.martech.connect.options.LinkflowAccountKeys;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.StartTime;
import io.martech.connect.options.Validators;
import io.martech.connect.source.engine.SourceSettings;
import io.martech.connect.source.reader.resync.ResyncSettings;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The configuration of {@link LinkflowSourceConnector}. */
public final class LinkflowSourceConfig extends AbstractConfig {

    public static final String CONTACTS_ANONYMOUS = "contacts.anonymous";
    public static final String CONTACTS_OPEN_IDS = "contacts.open.ids";
    public static final String CONTACTS_ENRICHMENT = "contacts.enrichment";
    public static final String CONTACTS_WINDOW_PRECISION = "contacts.window.precision";
    public static final String ORDER_LINES = "order.lines";
    public static final String RESYNC_INTERVAL_MS = "resync.interval.ms";
    public static final String RESYNC_REQUEST = "resync.request";
    public static final String RESYNC_FROM = "resync.from";
    public static final String RESYNC_TO = "resync.to";

    private static final String PRECISION_AUTO = "auto";

    public LinkflowSourceConfig(Map<String, String> properties) {
        super(definition(), properties, false);
    }

    /** Every key of the connector. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountKeys.define(definition);
        SourceKeys.define(definition, LinkflowResources.NAMES, LinkflowResources.DEFAULTS, LinkflowListResources.NAMES);
        defineLinkflow(new OptionGroup(definition, "Orders and contacts"));
        LinkflowListKeys.define(definition);
        TagExportKeys.define(definition);
        HttpKeys.define(definition, HttpKeys.RETRIES_WITHOUT_END);
        return definition;
    }

    private static void defineLinkflow(OptionGroup group) {
        group.text(ORDER_LINES, "nested")
                .check(Validators.oneOf("nested", "topic", "both"))
                .named("Order lines")
                .doc("Where to emit order lines: nested in the order, topic for a topic of their own named <"
                        + SourceKeys.TOPIC_PREFIX
                        + ">.order-lines with the key order id and line id, or both. With"
                        + " topic, a line that is removed from its order stays in that topic.")
                .text(CONTACTS_ANONYMOUS, "named")
                .check(Validators.oneOf("named", "anonymous", "all"))
                .named("Anonymous contacts")
                .doc("Which contacts to read. For anonymous and all, the history is read in windows of the update"
                        + " time, since it is undocumented whether the platform's cursor returns anonymous contacts. A"
                        + " second (or a day, if windows are days) with more than a page of them is read again until"
                        + " two readings agree; if none do, reading stops before it, since a contact could be missed.")
                .flag(CONTACTS_OPEN_IDS, true)
                .low()
                .named("Open ids")
                .doc("Include the WeChat open ids of contacts.")
                .list(CONTACTS_ENRICHMENT, "")
                .check(Validators.noneOrMoreOf(List.of(
                        ContactEnrichment.IDENTITIES, ContactEnrichment.TAGS, ContactEnrichment.CHANNEL_IDENTITIES)))
                .low()
                .named("Contact enrichment")
                .doc("Additional data to request for each contact: identities and channel-identities cost one"
                        + " request each, tags one or two, all within the quota. A change of these alone is not"
                        + " detected, since it does not change the contact's update time. Empty, the default, requests"
                        + " nothing.")
                .text(CONTACTS_WINDOW_PRECISION, PRECISION_AUTO)
                .check(Validators.oneOf(PRECISION_AUTO, "second", "day"))
                .low()
                .named("Window precision")
                .doc("Precision of the platform's filter on a contact's update time. auto detects it with a known"
                        + " contact before anything is read. Do not set second unless you are sure: on a platform that"
                        + " truncates times to dates every change would be missed.");
        defineResync(group);
    }

    private static void defineResync(OptionGroup group) {
        group.number(RESYNC_INTERVAL_MS, 0L)
                .check(Validators.atLeast(0, "never"))
                .low()
                .named("Resync interval")
                .doc(
                        "How long after a resync of orders and contacts the next one begins. A resync reads all rows again by id"
                                + " and emits each with the read mode header resync: for changes that do not move a row's update"
                                + " time, and to repair topics. It takes as many requests as the initial backfill; changes are"
                                + " polled as usual meanwhile and come first. Rows that are younger than the look-back are left to"
                                + " windows. Of contacts only named ones are read. 0, the default, means never.")
                .text(RESYNC_REQUEST, "")
                .check(Validators.matching("(?s).{0,200}", "at most 200 characters"))
                .low()
                .named("Resync request")
                .doc(
                        "Any new text, such as a ticket number, requests one resync now. The text is kept in the connector's"
                                + " offsets, so that each request is served once. It replaces a resync that is in progress.")
                .text(RESYNC_FROM, "")
                .check(Validators.startTime())
                .low()
                .named("Resync from")
                .doc("Limits a requested resync to rows that were last updated at or after this time, in the platform's"
                        + " local time. Empty, the default, means no limit.")
                .text(RESYNC_TO, "")
                .check(Validators.startTime())
                .low()
                .named("Resync to")
                .doc(
                        "Limits a requested resync to rows that were last updated before this time, in the platform's local"
                                + " time. Empty, the default, means no limit.");
    }

    String url() {
        return getString(LinkflowAccountKeys.URL);
    }

    ZoneOffset zone() {
        return ZoneOffset.of(getString(LinkflowAccountKeys.TIME_ZONE));
    }

    /** What every source has in common. */
    SourceSettings common() {
        return new SourceSettings(this, LinkflowResources.PLATFORM, zone());
    }

    Duration settleLag() {
        return Duration.ofMillis(getLong(SourceKeys.SETTLE_LAG_MS));
    }

    Duration lookBack() {
        return Duration.ofMillis(getLong(SourceKeys.LOOKBACK_MS));
    }

    ResyncSettings resync(Duration pollInterval) {
        return new ResyncSettings(
                Duration.ofMillis(getLong(RESYNC_INTERVAL_MS)),
                getString(RESYNC_REQUEST),
                StartTime.parse(getString(RESYNC_FROM)).orElse(null),
                StartTime.parse(getString(RESYNC_TO)).orElse(null),
                pollInterval,
                common().startTime().orElse(null));
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

    List<String> contactEnrichment() {
        return getList(CONTACTS_ENRICHMENT);
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
