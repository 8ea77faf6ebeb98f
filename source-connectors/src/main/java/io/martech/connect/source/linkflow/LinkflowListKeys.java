package io.martech.connect.source.linkflow;

import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.Validators;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

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
        new OptionGroup(definition, "Lists")
                .list(GROUP_MEMBERS_GROUP_IDS, "")
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
                        + " all contacts, see " + LinkflowSourceConfig.CONTACTS_ENRICHMENT + " and "
                        + TagExportKeys.TAG_KEYS + ".");
    }
}
