package io.martech.connect.source.linkflow;

import io.martech.connect.options.ConfigGroup;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.validator.AtLeast;
import io.martech.connect.options.validator.MatchingList;
import io.martech.connect.options.validator.RegularExpression;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** What can be chosen of Linkflow's lists. */
final class LinkflowListKeys {

    static final String GROUP_MEMBERS_GROUP_IDS = "group-members.group.ids";
    static final String GROUP_MEMBERS_GROUP_NAME_PATTERN = "group-members.group.name.pattern";
    static final String GROUP_MEMBERS_PASS_INTERVAL_MS = "group-members.pass.interval.ms";
    static final String QR_CODES_CHANNEL_IDS = "qrcodes.channel.ids";

    static final String REPORTS_IDS = "reports.ids";
    static final String DASHBOARDS_IDS = "dashboards.ids";
    static final String TAG_VALUES_CONTACT_IDS = "tag-values.contact.ids";

    /** Resources that cannot be read unless one of these keys says what of them. */
    static final Map<String, List<String>> NEEDED = Map.of(
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
            List.of(TagExportKeys.TAG_KEYS));

    private LinkflowListKeys() {}

    static void define(ConfigDef definition) {
        new ConfigGroup(definition, "Lists")
                .key(
                        GROUP_MEMBERS_GROUP_IDS,
                        Type.LIST,
                        "",
                        MatchingList.ofNumbers("47"),
                        Importance.MEDIUM,
                        "Group ids",
                        "Comma-separated ids of the groups whose members are read. Members are read only for groups"
                                + " selected by this or by " + GROUP_MEMBERS_GROUP_NAME_PATTERN + ".")
                .key(
                        GROUP_MEMBERS_GROUP_NAME_PATTERN,
                        Type.STRING,
                        "",
                        new RegularExpression(),
                        Importance.MEDIUM,
                        "Group name pattern",
                        "Regular expression; the members of every group whose full name matches are read, including"
                                + " groups that are created later. .* means all.")
                .key(
                        GROUP_MEMBERS_PASS_INTERVAL_MS,
                        Type.LONG,
                        0L,
                        AtLeast.number(0, "never"),
                        Importance.LOW,
                        "Interval between passes",
                        "How often to read all members of a group again: to find those who left, if "
                                + SourceKeys.DELETES_ENABLED
                                + " is set, and changed names. A pass costs one request per 500"
                                + " members. 0, the default, reads new members only.")
                .key(
                        QR_CODES_CHANNEL_IDS,
                        Type.LIST,
                        "",
                        new MatchingList("[A-Za-z0-9_-]+", "ids such as ww0b8772cfc1ed757c"),
                        Importance.MEDIUM,
                        "WeCom channels",
                        "Comma-separated ids of the WeCom channels whose QR codes are read, such as"
                                + " ww0b8772cfc1ed757c.")
                .key(
                        REPORTS_IDS,
                        Type.LIST,
                        "",
                        MatchingList.ofNumbers("404"),
                        Importance.MEDIUM,
                        "Reports",
                        "Comma-separated ids of the reports whose results are read. A report that is still being"
                                + " computed is polled for up to a minute.")
                .key(
                        DASHBOARDS_IDS,
                        Type.LIST,
                        "",
                        MatchingList.ofNumbers("1"),
                        Importance.MEDIUM,
                        "Dashboards",
                        "Comma-separated ids of the dashboards to read; a dashboard lists its reports.")
                .key(
                        TAG_VALUES_CONTACT_IDS,
                        Type.LIST,
                        "",
                        MatchingList.ofNumbers("703941987164160"),
                        Importance.MEDIUM,
                        "Contacts with tag values",
                        "Comma-separated ids of the contacts whose tag values are read, at two requests each. For"
                                + " all contacts, see " + LinkflowSourceConfig.CONTACTS_ENRICHMENT + " and "
                                + TagExportKeys.TAG_KEYS + ".");
    }
}
