package io.martech.connect.sink.linkflow;

import io.martech.connect.options.ConfigRule;
import io.martech.connect.sink.linkflow.options.LinkflowRules;
import io.martech.connect.sink.linkflow.tag.Tag;
import io.martech.connect.sink.linkflow.tag.TagKeys;
import io.martech.connect.sink.linkflow.tagfile.TagFileRules;
import io.martech.connect.sink.record.PathAndName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold between the keys; each rule blames one key. */
final class TagRules {

    private static final String EXTERNAL_ID = "externalId";

    private TagRules() {}

    static List<ConfigRule> all() {
        List<ConfigRule> rules = new ArrayList<>(ofTags());
        rules.addAll(TagFileRules.all());
        return List.copyOf(rules);
    }

    private static List<ConfigRule> ofTags() {
        return LinkflowRules.with(
                new ConfigRule(TagKeys.IDENTITY_FIELDS, TagRules::someoneIsNamed),
                new ConfigRule(TagKeys.TAG_FIELDS, TagRules::tagsDiffer),
                new ConfigRule(TagKeys.TAG_FIELDS, TagRules::tagsCanBeCreated),
                new ConfigRule(TagKeys.AUTO_CREATE_IDENTITY_TYPE, TagRules::newTagsHaveAnIdentityType),
                new ConfigRule(TagKeys.AUTO_CREATE_CHANNEL_ID, TagRules::externalIdsHaveAChannel));
    }

    private static Optional<String> someoneIsNamed(ConfigRule.Values values) {
        return values.isSet(TagKeys.IDENTITY_FIELDS)
                ? Optional.empty()
                : Optional.of("It is empty: name at least one field, such as mobilePhone:mobilePhone.");
    }

    private static Optional<String> tagsDiffer(ConfigRule.Values values) {
        return PathAndName.sharedName(values.list(TagKeys.TAG_FIELDS))
                .map(name -> "Two paths have the tag " + name + ": one would hide the other.");
    }

    private static Optional<String> tagsCanBeCreated(ConfigRule.Values values) {
        if (!values.isOn(TagKeys.AUTO_CREATE)) {
            return Optional.empty();
        }
        return PathAndName.parseAll(values.list(TagKeys.TAG_FIELDS)).stream()
                .map(PathAndName::name)
                .filter(key -> !Tag.isValidKey(key))
                .findFirst()
                .map(key -> "The tag " + key + " could not be created (" + TagKeys.AUTO_CREATE
                        + "): a tag's key begins with" + " tag_ and has small letters, digits and underscores only.");
    }

    private static Optional<String> newTagsHaveAnIdentityType(ConfigRule.Values values) {
        return values.isOn(TagKeys.AUTO_CREATE) && !values.isSet(TagKeys.AUTO_CREATE_IDENTITY_TYPE)
                ? Optional.of(
                        "New tags need an identity type (" + TagKeys.AUTO_CREATE + "): set it, to phone for example.")
                : Optional.empty();
    }

    private static Optional<String> externalIdsHaveAChannel(ConfigRule.Values values) {
        boolean needsChannel =
                values.isOn(TagKeys.AUTO_CREATE) && EXTERNAL_ID.equals(values.text(TagKeys.AUTO_CREATE_IDENTITY_TYPE));
        return needsChannel && !values.isSet(TagKeys.AUTO_CREATE_CHANNEL_ID)
                ? Optional.of("New tags for externalId need a channel: set its numeric id.")
                : Optional.empty();
    }
}
