package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.linkflow.identity.IdentityFields;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import io.martech.connect.sink.linkflow.tag.PersonTags;
import io.martech.connect.sink.linkflow.tag.Tag;
import io.martech.connect.sink.linkflow.tag.TagActions;
import io.martech.connect.sink.linkflow.tag.TagCreation;
import io.martech.connect.sink.linkflow.tag.TagFields;
import io.martech.connect.sink.linkflow.tag.TagKeys;
import io.martech.connect.sink.linkflow.tag.TagList;
import io.martech.connect.sink.linkflow.tag.TagText;
import io.martech.connect.sink.linkflow.tag.TagValuesMapping;
import io.martech.connect.sink.linkflow.tag.TagValuesOperation;
import io.martech.connect.sink.linkflow.tagfile.TagCalculation;
import io.martech.connect.sink.linkflow.tagfile.TagFileFormat;
import io.martech.connect.sink.linkflow.tagfile.TagFileKeys;
import io.martech.connect.sink.linkflow.tagfile.TagFileUpload;
import io.martech.connect.sink.linkflow.tagfile.TagFilesOperation;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.operation.Operation;
import io.martech.connect.sink.record.IgnoredValues;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.PlatformTime;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Puts the operation together as a configuration says. */
public final class TagValuesOperationFactory {

    private final LinkflowTagValuesConfig config;
    private final PlatformClient client;
    private final TimeSource time;

    public TagValuesOperationFactory(LinkflowTagValuesConfig config, PlatformClient client, TimeSource time) {
        this.config = config;
        this.client = client;
        this.time = time;
    }

    /** One request per person, or files of many ({@code tags.write.mode}). */
    public Operation<PersonTags> operation() {
        TagText text = new TagText(platformTime());
        LookupCache<Tag> directory = new LookupCache<>(
                new TagList(client.once())::read,
                Tag::takesValues,
                Duration.ofMillis(config.getLong(TagKeys.REFRESH_INTERVAL_MS)),
                time);
        TagActions actions = new TagActions(directory, creation(directory), text);
        return TagFileKeys.FILES.equals(config.getString(TagFileKeys.WRITE_MODE))
                ? files(mapping(text), actions, directory)
                : new TagValuesOperation(mapping(text), actions, directory);
    }

    private TagFilesOperation files(TagValuesMapping mapping, TagActions actions, LookupCache<Tag> directory) {
        TagFileFormat format = TagFileKeys.formatIn(config);
        TagFileUpload upload = new TagFileUpload(
                format,
                config.getString(TagFileKeys.NAME),
                config.getString(TagFileKeys.CONTENT_TYPE),
                config.getString(TagFileKeys.OPERATE));
        TagCalculation calculation = new TagCalculation(
                client,
                TagFileKeys.CALCULATED.equals(config.getString(TagFileKeys.CONFIRMATION)),
                Duration.ofMillis(config.getLong(TagFileKeys.CALCULATION_POLL_INTERVAL_MS)),
                Duration.ofMillis(config.getLong(TagFileKeys.CALCULATION_TIMEOUT_MS)),
                platformTime(),
                time);
        return new TagFilesOperation(mapping, actions, directory, format, upload, calculation);
    }

    private PlatformTime platformTime() {
        return new PlatformTime(
                ZoneOffset.of(config.getString(LinkflowAccountOptions.TIME_ZONE)),
                ZoneId.of(config.getString(SinkKeys.DEBEZIUM_LOCAL_TIME_ZONE)));
    }

    private TagValuesMapping mapping(TagText text) {
        IgnoredValues ignored = new IgnoredValues(config.getList(MessageKeys.IDENTITY_IGNORED_VALUES));
        boolean nullDeletes = TagKeys.DELETE.equals(config.getString(TagKeys.BEHAVIOR_ON_NULL_TAGS));
        NullValues nullValues = NullValues.of(config.getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES));
        return new TagValuesMapping(
                new IdentityFields(PathAndName.parseAll(config.getList(TagKeys.IDENTITY_FIELDS)), ignored),
                new TagFields(PathAndName.parseAll(config.getList(TagKeys.TAG_FIELDS)), nullDeletes, text),
                nullValues);
    }

    private Optional<TagCreation> creation(LookupCache<Tag> directory) {
        return config.getBoolean(TagKeys.AUTO_CREATE)
                ? Optional.of(new TagCreation(
                        client.once(),
                        directory,
                        config.getString(TagKeys.AUTO_CREATE_IDENTITY_TYPE),
                        config.getLong(TagKeys.AUTO_CREATE_CHANNEL_ID)))
                : Optional.empty();
    }
}
