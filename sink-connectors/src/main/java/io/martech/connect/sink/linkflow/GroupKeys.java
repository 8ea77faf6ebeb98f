package io.martech.connect.sink.linkflow;

import io.martech.connect.config.AtLeast;
import io.martech.connect.config.ConfigGroup;
import io.martech.connect.config.TrueOrFalse;
import io.martech.connect.sink.setup.OrNothing;
import io.martech.connect.sink.setup.PairsValidator;
import io.martech.connect.sink.setup.PathValidator;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys that say how a record becomes a membership. */
final class GroupKeys {

    static final String CONTACT_ID_FIELD = "contact.id.field";
    static final String IDENTITY_FIELDS = MessageKeys.IDENTITY_FIELDS;
    static final String GROUP_NAME = "group.name";
    static final String GROUP_NAME_FIELD = "group.name.field";
    static final String REMOVED_FIELD = "member.removed.field";
    static final String AUTO_CREATE = "groups.auto.create";
    static final String REFRESH_INTERVAL_MS = "groups.refresh.interval.ms";

    private static final long REFRESH_INTERVAL_MS_DEFAULT =
            Duration.ofMinutes(5).toMillis();

    private GroupKeys() {}

    static void define(ConfigDef definition) {
        definePeople(new ConfigGroup(definition, "People"));
        defineGroups(new ConfigGroup(definition, "Groups"));
    }

    private static void definePeople(ConfigGroup group) {
        group.key(
                        CONTACT_ID_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new PathValidator()),
                        Importance.HIGH,
                        "Field of the contact's id",
                        "Where a record holds the contact's id in Linkflow, such as contactId or key.contactId. Give this or "
                                + IDENTITY_FIELDS + ".")
                .key(
                        IDENTITY_FIELDS,
                        Type.LIST,
                        "",
                        new PairsValidator("type"),
                        Importance.HIGH,
                        "Identity fields",
                        "Where a record says who it is about, as pairs path:type separated by commas, such as"
                                + " mobilePhone:mobilePhone,email:email. The first one that is not blank is looked up, which costs a"
                                + " request for each record.");
        MessageKeys.defineIgnoredValues(group);
    }

    private static void defineGroups(ConfigGroup group) {
        group.key(
                        GROUP_NAME,
                        Type.STRING,
                        "",
                        Importance.HIGH,
                        "Group",
                        "Name of the group that all contacts join. Give this or " + GROUP_NAME_FIELD + ".")
                .key(
                        GROUP_NAME_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new PathValidator()),
                        Importance.MEDIUM,
                        "Field of the group",
                        "Where a record names the group, such as segment or key.segment.")
                .key(
                        REMOVED_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new PathValidator()),
                        Importance.MEDIUM,
                        "Field of a removal",
                        "Where a record says by true that the contact leaves the group. False, null and no such field mean that it"
                                + " joins. Empty, the default, means that records with a value always join.")
                .key(
                        AUTO_CREATE,
                        Type.BOOLEAN,
                        false,
                        new TrueOrFalse(),
                        Importance.MEDIUM,
                        "Create missing groups",
                        "Whether to create a static group that Linkflow does not have. Otherwise a record with such a group is"
                                + " rejected.")
                .key(
                        REFRESH_INTERVAL_MS,
                        Type.LONG,
                        REFRESH_INTERVAL_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Age of the list of groups",
                        "Milliseconds after which the list of groups is read again, so that a group that was renamed, or deleted"
                                + " and made anew, is noticed.");
    }
}
