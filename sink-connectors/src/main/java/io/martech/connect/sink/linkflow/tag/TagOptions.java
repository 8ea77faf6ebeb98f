package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.linkflow.options.SharedOptions;
import io.martech.connect.sink.record.PathAndName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;

/** The options for converting a record to tag values. */
public final class TagOptions {

    public static final String IDENTITY_FIELDS = SharedOptions.IDENTITY_FIELDS;
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

    private TagOptions() {}

    public static void define(ConfigDef definition) {
        definePeople(new OptionGroup(definition, "Identity"));
        defineTags(new OptionGroup(definition, "Tags"));
        defineCreation(new OptionGroup(definition, "New tags"));
    }

    private static void definePeople(OptionGroup group) {
        group.list(IDENTITY_FIELDS, ConfigDef.NO_DEFAULT_VALUE)
                .check(PathAndName.validator("type"))
                .high()
                .named("Identity fields")
                .doc("Fields that identify the person, as comma-separated pairs path:type such as"
                        + " mobilePhone:mobilePhone,email:email. The first one that is not blank is used, and Linkflow"
                        + " must already have this person. Types are passed on as spelled here. Paths are dotted:"
                        + " customer.phone is a nested field, key.id a field of the record's key.");
        SharedOptions.defineIgnoredValues(group);
    }

    private static void defineTags(OptionGroup group) {
        group.list(TAG_FIELDS, "")
                .check(PathAndName.validator("tagKey"))
                .high()
                .named("Tag fields")
                .doc("Fields to send, as comma-separated pairs path:tagKey such as customer.level:tag_level."
                        + " Empty, the default, sends every field of the value whose name starts with tag_, under its"
                        + " own name. Lists are joined by commas; booleans, numbers and times are formatted for the"
                        + " tag's data type. Only tags of the type UPLOAD can be written; a record for another one is"
                        + " rejected.")
                .text(BEHAVIOR_ON_NULL_TAGS, IGNORE)
                .check(Validators.oneOf(IGNORE, DELETE))
                .named("Null tags")
                .doc("How to handle a tag whose field is null, blank or an empty list: ignore keeps the person's"
                        + " current value, delete removes it. A missing field, such as a key that a Map lacks, never"
                        + " deletes.")
                .duration(REFRESH_INTERVAL_MS, REFRESH_INTERVAL_MS_DEFAULT)
                .low()
                .named("Refresh interval of tags")
                .doc("How often to refresh the list of tags. Whether Linkflow rejects values of a deleted tag or"
                        + " silently ignores them is undocumented: values may be lost for at most this long.");
    }

    private static void defineCreation(OptionGroup group) {
        group.flag(AUTO_CREATE, false)
                .named("Create missing tags")
                .doc("Create a tag if Linkflow does not have it, with the data type of the field: text, number,"
                        + " array, datetime or boolean. Otherwise a record with such a tag is rejected. A wrong data"
                        + " type cannot be corrected later, so check the fields before you enable it.")
                .text(AUTO_CREATE_IDENTITY_TYPE, null)
                .check(Validators.orNothing(Validators.notBlank()))
                .named("New tags: identity type")
                .doc("Identity type of new tags, such as phone, email or wechat.unionid. Required by " + AUTO_CREATE
                        + ".")
                .number(AUTO_CREATE_CHANNEL_ID, null)
                .check(Validators.orNothing(Validators.atLeast(0)))
                .low()
                .named("New tags: channel id")
                .doc("Numeric channel id of new tags. Required if " + AUTO_CREATE_IDENTITY_TYPE + " is"
                        + " externalId.");
    }

    /** The rules between the options; each fault is attributed to one option. */
    public static List<ConfigRule> rules() {
        return List.of(
                new ConfigRule(IDENTITY_FIELDS, TagOptions::someoneIsNamed),
                new ConfigRule(TAG_FIELDS, TagOptions::tagsDiffer),
                new ConfigRule(TAG_FIELDS, TagOptions::tagsCanBeCreated),
                new ConfigRule(AUTO_CREATE_IDENTITY_TYPE, TagOptions::newTagsHaveAnIdentityType),
                new ConfigRule(AUTO_CREATE_CHANNEL_ID, TagOptions::externalIdsHaveAChannel));
    }

    private static Optional<String> someoneIsNamed(ConfigRule.Values values) {
        return values.isSet(IDENTITY_FIELDS)
                ? Optional.empty()
                : Optional.of("It is empty: name at least one field, such as mobilePhone:mobilePhone.");
    }

    private static Optional<String> tagsDiffer(ConfigRule.Values values) {
        return PathAndName.sharedName(values.list(TAG_FIELDS))
                .map(name -> "Two paths have the tag " + name + ": one would hide the other.");
    }

    private static Optional<String> tagsCanBeCreated(ConfigRule.Values values) {
        if (!values.isOn(AUTO_CREATE)) {
            return Optional.empty();
        }
        return PathAndName.parseAll(values.list(TAG_FIELDS)).stream()
                .map(PathAndName::name)
                .filter(key -> !Tag.isValidKey(key))
                .findFirst()
                .map(key -> "The tag " + key + " could not be created (" + AUTO_CREATE + "): a tag's key begins with"
                        + " tag_ and has small letters, digits and underscores only.");
    }

    private static Optional<String> newTagsHaveAnIdentityType(ConfigRule.Values values) {
        return values.isOn(AUTO_CREATE) && !values.isSet(AUTO_CREATE_IDENTITY_TYPE)
                ? Optional.of("New tags need an identity type (" + AUTO_CREATE + "): set it, to phone for example.")
                : Optional.empty();
    }

    private static Optional<String> externalIdsHaveAChannel(ConfigRule.Values values) {
        boolean needsChannel = values.isOn(AUTO_CREATE) && "externalId".equals(values.text(AUTO_CREATE_IDENTITY_TYPE));
        return needsChannel && !values.isSet(AUTO_CREATE_CHANNEL_ID)
                ? Optional.of("New tags for externalId need a channel: set its numeric id.")
                : Optional.empty();
    }
}
