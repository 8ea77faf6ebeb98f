package io.martech.connect.sink.linkflow.group;

import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.PathAndName;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;

/** The keys that say how a record becomes a membership. */
public final class GroupKeys {

    public static final String CONTACT_ID_FIELD = "contact.id.field";
    public static final String IDENTITY_FIELDS = MessageKeys.IDENTITY_FIELDS;
    public static final String GROUP_NAME = "group.name";
    public static final String GROUP_NAME_FIELD = "group.name.field";
    public static final String REMOVED_FIELD = "member.removed.field";
    public static final String AUTO_CREATE = "groups.auto.create";
    public static final String REFRESH_INTERVAL_MS = "groups.refresh.interval.ms";

    private static final long REFRESH_INTERVAL_MS_DEFAULT =
            Duration.ofMinutes(5).toMillis();

    private GroupKeys() {}

    public static void define(ConfigDef definition) {
        definePeople(new OptionGroup(definition, "Identity"));
        defineGroups(new OptionGroup(definition, "Groups"));
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
        MessageKeys.defineIgnoredValues(group);
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
}
