package io.martech.connect.sink.linkflow;

import io.martech.connect.config.AtLeast;
import io.martech.connect.config.ConfigGroup;
import io.martech.connect.config.OneOf;
import io.martech.connect.config.SinkKeys;
import io.martech.connect.config.TrueOrFalse;
import io.martech.connect.sink.setup.NotBlank;
import io.martech.connect.sink.setup.OrNothing;
import io.martech.connect.sink.setup.PairsValidator;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys that say how a record becomes tag values. */
final class TagKeys {

    static final String IDENTITY_FIELDS = MessageKeys.IDENTITY_FIELDS;
    static final String TAG_FIELDS = "tag.fields";
    static final String BEHAVIOR_ON_NULL_TAGS = "behavior.on.null.tags";
    static final String REFRESH_INTERVAL_MS = "tags.refresh.interval.ms";
    static final String AUTO_CREATE = "tags.auto.create";
    static final String AUTO_CREATE_IDENTITY_TYPE = "tags.auto.create.identity.type";
    static final String AUTO_CREATE_CHANNEL_ID = "tags.auto.create.channel.id";

    static final String IGNORE = SinkKeys.IGNORE;
    static final String DELETE = "delete";

    private static final long REFRESH_INTERVAL_MS_DEFAULT =
            Duration.ofMinutes(5).toMillis();

    private TagKeys() {}

    static void define(ConfigDef definition) {
        definePeople(new ConfigGroup(definition, "People"));
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
                "Where a record says who it is about, as pairs path:type separated by commas, such as"
                        + " mobilePhone:mobilePhone,email:email. The first one that is not blank identifies the person, whom"
                        + " Linkflow must know already. Types are passed on as they are spelled here. A path is dotted:"
                        + " customer.phone is a field inside a field, key.id a field of the record's key.");
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
                        "What to send of a record, as pairs path:tagKey separated by commas, such as customer.level:tag_level."
                                + " Empty, the default, means every field of the value whose name starts with tag_, under its own"
                                + " name. Lists are joined by commas; truth values, numbers and times take the form of the tag's data"
                                + " type. Only tags of the type UPLOAD can be written; a record for another one is rejected.")
                .key(
                        BEHAVIOR_ON_NULL_TAGS,
                        Type.STRING,
                        IGNORE,
                        new OneOf(IGNORE, DELETE),
                        Importance.MEDIUM,
                        "Tags that are null",
                        "What to do with a tag whose field is null, a blank text or an empty list: ignore lets the person keep what"
                                + " it has, delete takes the value away. A field that is not there at all, such as a key that a Map"
                                + " lacks, is never a delete.")
                .key(
                        REFRESH_INTERVAL_MS,
                        Type.LONG,
                        REFRESH_INTERVAL_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Age of the list of tags",
                        "Milliseconds after which the list of tags is read again. Nobody documents whether Linkflow refuses values"
                                + " of a tag that was deleted, or ignores them without a word: so long at most may they vanish.");
    }

    private static void defineCreation(ConfigGroup group) {
        group.key(
                        AUTO_CREATE,
                        Type.BOOLEAN,
                        false,
                        new TrueOrFalse(),
                        Importance.MEDIUM,
                        "Create missing tags",
                        "Whether to create a tag that Linkflow does not have, with the data type of the field: text, number, array,"
                                + " datetime or boolean. Otherwise a record with such a tag is rejected. A wrong data type cannot be"
                                + " corrected later, so look at the fields before you switch it on.")
                .key(
                        AUTO_CREATE_IDENTITY_TYPE,
                        Type.STRING,
                        null,
                        OrNothing.or(new NotBlank()),
                        Importance.MEDIUM,
                        "New tags: identity type",
                        "Kind of identity that new tags are made for, such as phone, email or wechat.unionid. Needed by "
                                + AUTO_CREATE + ".")
                .key(
                        AUTO_CREATE_CHANNEL_ID,
                        Type.LONG,
                        null,
                        AtLeast.number(0).orNotSet(),
                        Importance.LOW,
                        "New tags: channel id",
                        "Numeric id of the channel that new tags are made for. Needed if " + AUTO_CREATE_IDENTITY_TYPE
                                + " is externalId.");
    }
}
