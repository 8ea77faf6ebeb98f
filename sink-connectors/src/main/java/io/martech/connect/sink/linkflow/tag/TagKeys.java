package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.options.ConfigGroup;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.options.validator.AtLeast;
import io.martech.connect.options.validator.OneOf;
import io.martech.connect.options.validator.TrueOrFalse;
import io.martech.connect.sink.connector.NotBlank;
import io.martech.connect.sink.connector.OrNothing;
import io.martech.connect.sink.connector.PairsValidator;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys that say how a record becomes tag values. */
public final class TagKeys {

    public static final String IDENTITY_FIELDS = MessageKeys.IDENTITY_FIELDS;
    public static final String TAG_FIELDS = "tag.fields";
    public static final String BEHAVIOR_ON_NULL_TAGS = "behavior.on.null.tags";
    public static final String REFRESH_INTERVAL_MS = "tags.refresh.interval.ms";
    public static final String AUTO_CREATE = "tags.auto.create";
    public static final String AUTO_CREATE_IDENTITY_TYPE = "tags.auto.create.identity.type";
    public static final String AUTO_CREATE_CHANNEL_ID = "tags.auto.create.channel.id";

    public static final String IGNORE = SinkKeys.IGNORE;
    public static final String DELETE = "delete";

    private static final long REFRESH_INTERVAL_MS_DEFAULT =
            Duration.ofMinutes(5).toMillis();

    private TagKeys() {}

    public static void define(ConfigDef definition) {
        definePeople(new ConfigGroup(definition, "Identity"));
        defineTags(new ConfigGroup(definition, "Tags"));
        defineCreation(new ConfigGroup(definition, "New tags"));
    }

    private static void definePeople(ConfigGroup group) {
        group.key(
                IDENTITY_FIELDS,
                Type.LIST,
                ConfigDef.NO_DEFAULT_VALUE,
                new PairsValidator("type"),
                Importance.HIGH,
                "Identity fields",
                "Fields that identify the person, as comma-separated pairs path:type such as"
                        + " mobilePhone:mobilePhone,email:email. The first one that is not blank is used, and Linkflow"
                        + " must already have this person. Types are passed on as spelled here. Paths are dotted:"
                        + " customer.phone is a nested field, key.id a field of the record's key.");
        MessageKeys.defineIgnoredValues(group);
    }

    private static void defineTags(ConfigGroup group) {
        group.key(
                        TAG_FIELDS,
                        Type.LIST,
                        "",
                        new PairsValidator("tagKey"),
                        Importance.HIGH,
                        "Tag fields",
                        "Fields to send, as comma-separated pairs path:tagKey such as customer.level:tag_level."
                                + " Empty, the default, sends every field of the value whose name starts with tag_, under its"
                                + " own name. Lists are joined by commas; booleans, numbers and times are formatted for the"
                                + " tag's data type. Only tags of the type UPLOAD can be written; a record for another one is"
                                + " rejected.")
                .key(
                        BEHAVIOR_ON_NULL_TAGS,
                        Type.STRING,
                        IGNORE,
                        new OneOf(IGNORE, DELETE),
                        Importance.MEDIUM,
                        "Null tags",
                        "How to handle a tag whose field is null, blank or an empty list: ignore keeps the person's"
                                + " current value, delete removes it. A missing field, such as a key that a Map lacks, never"
                                + " deletes.")
                .key(
                        REFRESH_INTERVAL_MS,
                        Type.LONG,
                        REFRESH_INTERVAL_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Refresh interval of tags",
                        "How often to refresh the list of tags. Whether Linkflow rejects values of a deleted tag or"
                                + " silently ignores them is undocumented: values may be lost for at most this long.");
    }

    private static void defineCreation(ConfigGroup group) {
        group.key(
                        AUTO_CREATE,
                        Type.BOOLEAN,
                        false,
                        new TrueOrFalse(),
                        Importance.MEDIUM,
                        "Create missing tags",
                        "Create a tag if Linkflow does not have it, with the data type of the field: text, number,"
                                + " array, datetime or boolean. Otherwise a record with such a tag is rejected. A wrong data"
                                + " type cannot be corrected later, so check the fields before you enable it.")
                .key(
                        AUTO_CREATE_IDENTITY_TYPE,
                        Type.STRING,
                        null,
                        OrNothing.or(new NotBlank()),
                        Importance.MEDIUM,
                        "New tags: identity type",
                        "Identity type of new tags, such as phone, email or wechat.unionid. Required by " + AUTO_CREATE
                                + ".")
                .key(
                        AUTO_CREATE_CHANNEL_ID,
                        Type.LONG,
                        null,
                        AtLeast.number(0).orNotSet(),
                        Importance.LOW,
                        "New tags: channel id",
                        "Numeric channel id of new tags. Required if " + AUTO_CREATE_IDENTITY_TYPE + " is"
                                + " externalId.");
    }
}
