package io.martech.connect.sink.linkflow;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.linkflow.identity.IdentityFields;
import io.martech.connect.sink.linkflow.options.SharedOptions;
import io.martech.connect.sink.linkflow.tag.PersonTags;
import io.martech.connect.sink.linkflow.tag.Tag;
import io.martech.connect.sink.linkflow.tag.TagActions;
import io.martech.connect.sink.linkflow.tag.TagCreation;
import io.martech.connect.sink.linkflow.tag.TagFields;
import io.martech.connect.sink.linkflow.tag.TagList;
import io.martech.connect.sink.linkflow.tag.TagOptions;
import io.martech.connect.sink.linkflow.tag.TagText;
import io.martech.connect.sink.linkflow.tag.TagValuesMapping;
import io.martech.connect.sink.linkflow.tag.TagValuesOperation;
import io.martech.connect.sink.linkflow.tagfile.TagCalculation;
import io.martech.connect.sink.linkflow.tagfile.TagFileFormat;
import io.martech.connect.sink.linkflow.tagfile.TagFileOptions;
import io.martech.connect.sink.linkflow.tagfile.TagFileUpload;
import io.martech.connect.sink.linkflow.tagfile.TagFilesOperation;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.operation.Operation;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.PathAndName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@code LinkflowTagValuesSinkConnector}. */
public final class LinkflowTagValuesOptions extends AbstractConfig {

    /** The records of one contact are combined into one request; no limit is documented. */
    private static final int BATCH_SIZE_DEFAULT = 50;

    public LinkflowTagValuesOptions(Map<String, String> properties) {
        // Not logged: the App Key would be among the values.
        super(definition(), properties, false);
    }

    /** All options, in the order of the reference. */
    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        TagOptions.define(definition);
        TagFileOptions.define(definition);
        SinkKeys.define(definition, "linkflow", BATCH_SIZE_DEFAULT);
        HttpOptions.define(definition);
        return definition;
    }

    /** The rules between the options; each fault is attributed to one option. */
    static List<ConfigRule> rules() {
        return Stream.of(TagOptions.rules(), TagFileOptions.rules())
                .flatMap(List::stream)
                .toList();
    }

    /** Files are worthwhile if they hold many contacts: options that are not set have other defaults there. */
    @Override
    protected Map<String, Object> postProcessParsedConfig(Map<String, Object> parsedValues) {
        Map<String, Object> instead = new HashMap<>();
        if (TagFileOptions.FILES.equals(parsedValues.get(TagFileOptions.WRITE_MODE))) {
            TagFileOptions.DEFAULTS_OF_FILES.forEach((key, value) -> {
                if (!originals().containsKey(key)) {
                    instead.put(key, value);
                }
            });
            // User interfaces fill in defaults, so the usual default may be present without being intended.
            Object usual = HttpOptions.MAX_IN_FLIGHT_REQUESTS_DEFAULT;
            if (usual.equals(parsedValues.get(HttpOptions.MAX_IN_FLIGHT_REQUESTS))) {
                instead.put(HttpOptions.MAX_IN_FLIGHT_REQUESTS, TagFileOptions.REQUESTS_AT_ONCE);
            }
        }
        return instead;
    }

    /** Writes one request per contact, or files with many ({@code tags.write.mode}). */
    public Operation<PersonTags> operation(PlatformClient client, TimeSource time) {
        TagText text = new TagText(SharedOptions.time(this));
        LookupCache<Tag> directory = new LookupCache<>(
                new TagList(client.once())::read,
                Tag::takesValues,
                Duration.ofMillis(getLong(TagOptions.REFRESH_INTERVAL_MS)),
                time);
        TagActions actions = new TagActions(directory, creation(client, directory), text);
        return TagFileOptions.FILES.equals(getString(TagFileOptions.WRITE_MODE))
                ? files(client, time, mapping(text), actions, directory)
                : new TagValuesOperation(mapping(text), actions, directory);
    }

    private TagFilesOperation files(
            PlatformClient client,
            TimeSource time,
            TagValuesMapping mapping,
            TagActions actions,
            LookupCache<Tag> directory) {
        TagFileFormat format = TagFileOptions.formatIn(this);
        TagFileUpload upload = new TagFileUpload(
                format,
                getString(TagFileOptions.NAME),
                getString(TagFileOptions.CONTENT_TYPE),
                getString(TagFileOptions.OPERATE));
        TagCalculation calculation = new TagCalculation(
                client,
                TagFileOptions.CALCULATED.equals(getString(TagFileOptions.CONFIRMATION)),
                Duration.ofMillis(getLong(TagFileOptions.CALCULATION_POLL_INTERVAL_MS)),
                Duration.ofMillis(getLong(TagFileOptions.CALCULATION_TIMEOUT_MS)),
                SharedOptions.time(this),
                time);
        return new TagFilesOperation(mapping, actions, directory, format, upload, calculation);
    }

    private TagValuesMapping mapping(TagText text) {
        boolean nullDeletes = TagOptions.DELETE.equals(getString(TagOptions.BEHAVIOR_ON_NULL_TAGS));
        NullValues nullValues = NullValues.of(getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES));
        return new TagValuesMapping(
                new IdentityFields(
                        PathAndName.parseAll(getList(TagOptions.IDENTITY_FIELDS)), SharedOptions.ignoredValues(this)),
                new TagFields(PathAndName.parseAll(getList(TagOptions.TAG_FIELDS)), nullDeletes, text),
                nullValues);
    }

    private Optional<TagCreation> creation(PlatformClient client, LookupCache<Tag> directory) {
        return getBoolean(TagOptions.AUTO_CREATE)
                ? Optional.of(new TagCreation(
                        client.once(),
                        directory,
                        getString(TagOptions.AUTO_CREATE_IDENTITY_TYPE),
                        getLong(TagOptions.AUTO_CREATE_CHANNEL_ID)))
                : Optional.empty();
    }
}
