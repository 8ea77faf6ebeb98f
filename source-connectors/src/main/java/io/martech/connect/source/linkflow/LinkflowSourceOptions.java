package io.martech.connect.source.linkflow;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.StartTime;
import io.martech.connect.options.Validators;
import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.engine.SourceOptions;
import io.martech.connect.source.reader.resync.ResyncSettings;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@link LinkflowSourceConnector}. */
public final class LinkflowSourceOptions extends SourceOptions {

    public static final String CONTACTS_ANONYMOUS = "contacts.anonymous";
    public static final String CONTACTS_OPEN_IDS = "contacts.open.ids";
    public static final String CONTACTS_ENRICHMENT = "contacts.enrichment";
    public static final String CONTACTS_WINDOW_PRECISION = "contacts.window.precision";
    public static final String ORDER_LINES = "order.lines";
    public static final String RESYNC_INTERVAL_MS = "resync.interval.ms";
    public static final String RESYNC_REQUEST = "resync.request";
    public static final String RESYNC_FROM = "resync.from";
    public static final String RESYNC_TO = "resync.to";
    static final String GROUP_MEMBERS_GROUP_IDS = "group-members.group.ids";
    static final String GROUP_MEMBERS_GROUP_NAME_PATTERN = "group-members.group.name.pattern";
    static final String GROUP_MEMBERS_PASS_INTERVAL_MS = "group-members.pass.interval.ms";
    static final String QR_CODES_CHANNEL_IDS = "qrcodes.channel.ids";
    static final String REPORTS_IDS = "reports.ids";
    static final String DASHBOARDS_IDS = "dashboards.ids";
    static final String TAG_VALUES_CONTACT_IDS = "tag-values.contact.ids";

    private static final String PRECISION_AUTO = "auto";

    public LinkflowSourceOptions(Map<String, String> properties) {
        super("linkflow", definition(), properties);
    }

    /** All options, in the order of the reference. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        SourceKeys.define(
                definition,
                SourceEndpoint.names(LinkflowEndpoints.ALL),
                SourceEndpoint.names(LinkflowEndpoints.CHANGING),
                SourceEndpoint.names(LinkflowEndpoints.LISTS));
        OptionGroup changes = new OptionGroup(definition, "Orders and contacts");
        defineOrdersAndContacts(changes);
        defineResync(changes);
        defineLists(new OptionGroup(definition, "Lists"));
        TagExportOptions.define(definition);
        HttpOptions.define(definition);
        return definition;
    }

    private static void defineOrdersAndContacts(OptionGroup group) {
        group.text(ORDER_LINES, "nested")
                .check(Validators.oneOf("nested", "topic", "both"))
                .named("Order lines")
                .doc("Where to emit order lines: nested in the order, topic for a topic of their own named <"
                        + SourceKeys.TOPIC_PREFIX
                        + ">.order-lines with the key order id and line id, or both. With"
                        + " topic, a line that is removed from its order stays in that topic; the field lineIds of the order names"
                        + " the lines that it has.")
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

    private static void defineLists(OptionGroup group) {
        group.list(GROUP_MEMBERS_GROUP_IDS, "")
                .check(Validators.listOfNumbers("47"))
                .named("Group ids")
                .doc("Comma-separated ids of the groups whose members are read. Members are read only for groups"
                        + " selected by this or by " + GROUP_MEMBERS_GROUP_NAME_PATTERN + ".")
                .text(GROUP_MEMBERS_GROUP_NAME_PATTERN, "")
                .check(Validators.regularExpression())
                .named("Group name pattern")
                .doc("Regular expression; the members of every group whose full name matches are read, including"
                        + " groups that are created later. .* means all.")
                .number(GROUP_MEMBERS_PASS_INTERVAL_MS, 0L)
                .check(Validators.atLeast(0, "never"))
                .low()
                .named("Interval between passes")
                .doc("How often to read all members of a group again: to find those who left, if "
                        + SourceKeys.DELETES_ENABLED
                        + " is set, and changed names. A pass costs one request per 500"
                        + " members. 0, the default, reads new members only.")
                .list(QR_CODES_CHANNEL_IDS, "")
                .check(Validators.listMatching("[A-Za-z0-9_-]+", "ids such as ww0b8772cfc1ed757c"))
                .named("WeCom channels")
                .doc("Comma-separated ids of the WeCom channels whose QR codes are read, such as"
                        + " ww0b8772cfc1ed757c.")
                .list(REPORTS_IDS, "")
                .check(Validators.listOfNumbers("404"))
                .named("Reports")
                .doc("Comma-separated ids of the reports whose results are read. A report that is still being"
                        + " computed is polled for up to a minute.")
                .list(DASHBOARDS_IDS, "")
                .check(Validators.listOfNumbers("1"))
                .named("Dashboards")
                .doc("Comma-separated ids of the dashboards to read; a dashboard lists its reports.")
                .list(TAG_VALUES_CONTACT_IDS, "")
                .check(Validators.listOfNumbers("703941987164160"))
                .named("Contacts with tag values")
                .doc("Comma-separated ids of the contacts whose tag values are read, at two requests each. For"
                        + " all contacts, see " + CONTACTS_ENRICHMENT + " and "
                        + TagExportOptions.TAG_KEYS + ".");
    }

    /** The rules between the options; each fault is attributed to one option. */
    static List<ConfigRule> rules() {
        List<ConfigRule> rules = new ArrayList<>();
        // Resources that can only be read if one of these options selects what to read.
        Map<String, List<String>> choices = Map.of(
                GroupMembersFeed.NAME,
                List.of(GROUP_MEMBERS_GROUP_IDS, GROUP_MEMBERS_GROUP_NAME_PATTERN),
                LinkflowEndpoints.QR_CODES.name(),
                List.of(QR_CODES_CHANNEL_IDS),
                LinkflowEndpoints.REPORTS.name(),
                List.of(REPORTS_IDS),
                LinkflowEndpoints.DASHBOARDS.name(),
                List.of(DASHBOARDS_IDS),
                LinkflowEndpoints.TAG_VALUES.name(),
                List.of(TAG_VALUES_CONTACT_IDS),
                TagExportsFeed.NAME,
                List.of(TagExportOptions.TAG_KEYS));
        choices.forEach((resource, keys) -> rules.add(choiceIsMade(resource, keys)));
        rules.add(theCursorShowsTheContacts(RESYNC_INTERVAL_MS, LinkflowSourceOptions::hasInterval));
        rules.add(theCursorShowsTheContacts(RESYNC_REQUEST, LinkflowSourceOptions::hasRequest));
        rules.add(resyncEndsAfterItBegins());
        rules.addAll(TagExportOptions.rules());
        return rules;
    }

    /** @param keys one of them must be set for the resource; a fault is attributed to the first */
    private static ConfigRule choiceIsMade(String resource, List<String> keys) {
        return new ConfigRule(keys.get(0), values -> {
            boolean isRead = values.list(SourceKeys.RESOURCES).contains(resource);
            return isRead && keys.stream().noneMatch(values::isSet)
                    ? Optional.of("It must select what to read of " + resource + ": set " + String.join(" or ", keys)
                            + ", or leave " + resource + " out of " + SourceKeys.RESOURCES + ".")
                    : Optional.empty();
        });
    }

    /** It is undocumented whether the cursor returns anonymous contacts. */
    private static ConfigRule theCursorShowsTheContacts(String key, Predicate<ConfigRule.Values> isOn) {
        return new ConfigRule(key, values -> {
            boolean readsContacts = values.list(SourceKeys.RESOURCES).contains(ContactsFeed.NAME);
            boolean areShown = ContactKind.of(values.text(CONTACTS_ANONYMOUS)).isShownByCursor();
            return isOn.test(values) && readsContacts && !areShown
                    ? Optional.of("A resync reads contacts by the platform's cursor, which is not documented to show"
                            + " anonymous contacts. Set " + CONTACTS_ANONYMOUS
                            + " to named, or read contacts with a connector of their own without resync.")
                    : Optional.empty();
        });
    }

    private static ConfigRule resyncEndsAfterItBegins() {
        return new ConfigRule(RESYNC_TO, values -> {
            LocalDateTime from = timeOrNull(values, RESYNC_FROM);
            LocalDateTime to = timeOrNull(values, RESYNC_TO);
            return from != null && to != null && !from.isBefore(to)
                    ? Optional.of("It must be later than " + RESYNC_FROM + ".")
                    : Optional.empty();
        });
    }

    private static LocalDateTime timeOrNull(ConfigRule.Values values, String key) {
        return StartTime.parse(values.text(key)).orElse(null);
    }

    private static boolean hasInterval(ConfigRule.Values values) {
        return values.number(RESYNC_INTERVAL_MS) > 0;
    }

    private static boolean hasRequest(ConfigRule.Values values) {
        return values.isSet(RESYNC_REQUEST);
    }

    /** The address, the zone of its times, the filters, the start time. */
    @Override
    public String scope(String resource) {
        String address = LinkflowAccountOptions.URL + "=" + url();
        if (!SourceEndpoint.names(LinkflowEndpoints.CHANGING).contains(resource)) {
            // A list has no start, and its state holds what was emitted, regardless of what was requested.
            return address;
        }
        String scope = address + ", " + LinkflowAccountOptions.TIME_ZONE + "=" + zone().getId() + ", "
                + SourceKeys.START_TIME + "=" + getString(SourceKeys.START_TIME);
        return ContactsFeed.NAME.equals(resource)
                ? scope + ", " + CONTACTS_ANONYMOUS + "=" + getString(CONTACTS_ANONYMOUS)
                : scope;
    }

    String url() {
        return getString(LinkflowAccountOptions.URL);
    }

    @Override
    public ZoneOffset zone() {
        return ZoneOffset.of(getString(LinkflowAccountOptions.TIME_ZONE));
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
                startTime().orElse(null));
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

    /** The configured precision, or null to detect it. */
    WindowPrecision windowPrecisionOrNull() {
        String text = getString(CONTACTS_WINDOW_PRECISION);
        return PRECISION_AUTO.equals(text) ? null : WindowPrecision.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
