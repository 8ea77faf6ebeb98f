package io.martech.connect.sink.linkflow.group;

import io.martech.connect.options.ConfigGroup;
import io.martech.connect.options.validator.AtLeast;
import io.martech.connect.options.validator.TrueOrFalse;
import io.martech.connect.sink.connector.OrNothing;
import io.martech.connect.sink.connector.PairsValidator;
import io.martech.connect.sink.connector.PathValidator;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

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
        definePeople(new ConfigGroup(definition, "Identity"));
        defineGroups(new ConfigGroup(definition, "Groups"));
    }

    private static void definePeople(ConfigGroup group) {
        group.key(
                        CONTACT_ID_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new PathValidator()),
                        Importance.HIGH,
                        "Contact id field",
                        "Path of the field that holds the contact's Linkflow id, such as contactId or key.contactId."
                                + " Set either this or " + IDENTITY_FIELDS + ".")
                .key(
                        IDENTITY_FIELDS,
                        Type.LIST,
                        "",
                        new PairsValidator("type"),
                        Importance.HIGH,
                        "Identity fields",
                        "Fields that identify the person, as comma-separated pairs path:type such as"
                                + " mobilePhone:mobilePhone,email:email. The contact is looked up by the first one that is not"
                                + " blank, which costs one request per record.");
        MessageKeys.defineIgnoredValues(group);
    }

    private static void defineGroups(ConfigGroup group) {
        group.key(
                        GROUP_NAME,
                        Type.STRING,
                        "",
                        Importance.HIGH,
                        "Group name",
                        "Name of the group that all contacts join. Set either this or " + GROUP_NAME_FIELD + ".")
                .key(
                        GROUP_NAME_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new PathValidator()),
                        Importance.MEDIUM,
                        "Group name field",
                        "Path of the field that holds the name of the group, such as segment or key.segment.")
                .key(
                        REMOVED_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new PathValidator()),
                        Importance.MEDIUM,
                        "Removal field",
                        "Path of a boolean field: true removes the contact from the group; false, null or a missing"
                                + " field adds it. Empty, the default, always adds.")
                .key(
                        AUTO_CREATE,
                        Type.BOOLEAN,
                        false,
                        new TrueOrFalse(),
                        Importance.MEDIUM,
                        "Create missing groups",
                        "Create a static group if Linkflow does not have it. Otherwise a record with such a group is"
                                + " rejected.")
                .key(
                        REFRESH_INTERVAL_MS,
                        Type.LONG,
                        REFRESH_INTERVAL_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Refresh interval of groups",
                        "How often to refresh the list of groups, so that a group that was renamed, or deleted and"
                                + " created again, is noticed.");
    }
}
