package io.martech.connect.sink.linkflow.group;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.linkflow.identity.IdentityFields;
import io.martech.connect.sink.linkflow.options.SharedOptions;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.PathAndName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@code LinkflowGroupMembersSinkConnector}. */
public final class LinkflowGroupMembersOptions extends AbstractConfig {

    static final String CONTACT_ID_FIELD = "contact.id.field";
    static final String IDENTITY_FIELDS = SharedOptions.IDENTITY_FIELDS;
    static final String GROUP_NAME = "group.name";
    static final String GROUP_NAME_FIELD = "group.name.field";
    static final String REMOVED_FIELD = "member.removed.field";
    static final String AUTO_CREATE = "groups.auto.create";
    static final String REFRESH_INTERVAL_MS = "groups.refresh.interval.ms";

    private static final long REFRESH_INTERVAL_MS_DEFAULT =
            Duration.ofMinutes(5).toMillis();

    /** The document mentions a limit (B00031) without stating it. */
    private static final int BATCH_SIZE_DEFAULT = 100;

    public LinkflowGroupMembersOptions(Map<String, String> properties) {
        // Not logged: the App Key would be among the values.
        super(definition(), properties, false);
    }

    /** All options, in the order of the reference. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        definePeople(new OptionGroup(definition, "Identity"));
        defineGroups(new OptionGroup(definition, "Groups"));
        SinkKeys.define(
                definition,
                "linkflow",
                SinkKeys.Destination.withBatchesOf(BATCH_SIZE_DEFAULT)
                        .thatDeletes(
                                "removes the contact from the group. Contact and group must then be in the record's key, or"
                                        + " the group in " + GROUP_NAME + "."));
        HttpOptions.define(definition);
        return definition;
    }

    private static void definePeople(OptionGroup group) {
        group.text(CONTACT_ID_FIELD, "")
                .check(Validators.orNothing(FieldPath.validator()))
                .high()
                .named("Contact id field")
                .doc("Path of the field that holds the contact's Linkflow id, such as contactId or key.contactId."
                        + " Set either this or " + IDENTITY_FIELDS + ".")
                .list(IDENTITY_FIELDS, "")
                .check(PathAndName.validator("type"))
                .high()
                .named("Identity fields")
                .doc("Fields that identify the person, as comma-separated pairs path:type such as"
                        + " mobilePhone:mobilePhone,email:email. The contact is looked up by the first one that is not"
                        + " blank, which costs one request per record.");
        SharedOptions.defineIgnoredValues(group);
    }

    private static void defineGroups(OptionGroup group) {
        group.text(GROUP_NAME, "")
                .high()
                .named("Group name")
                .doc("Name of the group that all contacts join. Set either this or " + GROUP_NAME_FIELD + ".")
                .text(GROUP_NAME_FIELD, "")
                .check(Validators.orNothing(FieldPath.validator()))
                .named("Group name field")
                .doc("Path of the field that holds the name of the group, such as segment or key.segment.")
                .text(REMOVED_FIELD, "")
                .check(Validators.orNothing(FieldPath.validator()))
                .named("Removal field")
                .doc("Path of a boolean field: true removes the contact from the group; false, null or a missing"
                        + " field adds it. Empty, the default, always adds.")
                .flag(AUTO_CREATE, false)
                .named("Create missing groups")
                .doc("Create a static group if Linkflow does not have it. Otherwise a record with such a group is"
                        + " rejected.")
                .duration(REFRESH_INTERVAL_MS, REFRESH_INTERVAL_MS_DEFAULT)
                .low()
                .named("Refresh interval of groups")
                .doc("How often to refresh the list of groups, so that a group that was renamed, or deleted and"
                        + " created again, is noticed.");
    }

    /** The rules between the options; each fault is attributed to one option. */
    public static List<ConfigRule> rules() {
        return List.of(
                ConfigRule.exactlyOne(CONTACT_ID_FIELD, IDENTITY_FIELDS),
                ConfigRule.exactlyOne(GROUP_NAME, GROUP_NAME_FIELD));
    }

    public GroupMembersOperation operation(PlatformClient client, TimeSource time) {
        PlatformClient once = client.once();
        LookupCache<Group> directory = new LookupCache<>(
                new GroupList(once)::read, Group::isStatic, Duration.ofMillis(getLong(REFRESH_INTERVAL_MS)), time);
        Optional<GroupCreation> creation =
                getBoolean(AUTO_CREATE) ? Optional.of(new GroupCreation(once, directory)) : Optional.empty();
        return new GroupMembersOperation(mapping(), directory, creation, new ContactLookup(time));
    }

    private MembershipMapping mapping() {
        return new MembershipMapping(
                SharedOptions.pathOrNull(this, CONTACT_ID_FIELD),
                new IdentityFields(PathAndName.parseAll(getList(IDENTITY_FIELDS)), SharedOptions.ignoredValues(this)),
                SharedOptions.text(this, GROUP_NAME, GROUP_NAME_FIELD),
                SharedOptions.pathOrNull(this, REMOVED_FIELD),
                getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES));
    }
}
