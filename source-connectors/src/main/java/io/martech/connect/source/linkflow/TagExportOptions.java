package io.martech.connect.source.linkflow;

import io.martech.connect.client.TextForm;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.source.reader.export.ExportSettings;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options for exporting tag values; the status of a failed export and the format of a file are undocumented. */
final class TagExportOptions {

    static final String TAG_KEYS = "tag-value-lines.tag.keys";
    static final String IDENTITY_TYPE = "tag-value-lines.identity.type";
    static final String CHANNEL_ID = "tag-value-lines.channel.id";
    static final String INTERVAL_MS = "tag-value-lines.interval.ms";
    static final String TIMEOUT_MS = "tag-value-lines.timeout.ms";
    static final String FINISHED_STATUSES = "tag-value-lines.finished.statuses";
    static final String FAILED_STATUSES = "tag-value-lines.failed.statuses";
    static final String FORGOTTEN_CODES = "tag-value-lines.forgotten.codes";
    static final String CHARSET = "tag-value-lines.charset";
    static final String LINE_MAX_CHARACTERS = "tag-value-lines.line.max.characters";

    private TagExportOptions() {}

    static void define(ConfigDef definition) {
        OptionGroup group = new OptionGroup(definition, "Tag value exports (experimental)");
        defineExports(group);
        defineFiles(group);
    }

    private static void defineExports(OptionGroup group) {
        group.list(TAG_KEYS, "")
                .check(Validators.listMatching("tag_[a-z0-9_]+", "tag keys such as tag_sf"))
                .named("Exported tags")
                .doc("Experimental: comma-separated keys of the tags whose values are exported for all contacts,"
                        + " one export task per tag. The file format is undocumented, so each line becomes one record"
                        + " as it stands, including a header or an empty line; its key is the tag key, the task id and"
                        + " the line number.")
                .text(IDENTITY_TYPE, "")
                .check(Validators.matching("[A-Za-z0-9_.]*", "an identity type such as mobilePhone, or empty"))
                .named("Identity type")
                .doc("Identity type by which the files identify people, as the platform spells it, such as"
                        + " mobilePhone or externalId. Required by the platform.")
                .text(CHANNEL_ID, "")
                .check(Validators.matching("\\d{0,18}", "a numeric id such as 111, or empty"))
                .low()
                .named("Channel id")
                .doc("Numeric id of the channel, for the identity type externalId only.")
                .duration(INTERVAL_MS, Duration.ofDays(1).toMillis())
                .low()
                .named("Export interval")
                .doc("Interval between the starts of two exports of a tag. No request is sent in between. While"
                        + " an export runs, its status is polled once per poll interval.")
                .duration(TIMEOUT_MS, Duration.ofHours(6).toMillis())
                .low()
                .named("Export timeout")
                .doc("Timeout of an export. After that it is an error; a restart of the task requests a new"
                        + " export.")
                .list(FINISHED_STATUSES, "FINISH")
                .check(Validators.listMatching("[A-Za-z0-9_]+", "statuses such as FINISH"))
                .low()
                .named("Statuses: finished")
                .doc("Comma-separated statuses that mean that an export has finished. Without a file, polling"
                        + " continues.")
                .list(FAILED_STATUSES, "ERROR,CALC_ERROR")
                .check(Validators.listMatching("[A-Za-z0-9_]+", "statuses such as ERROR"))
                .low()
                .named("Statuses: failed")
                .doc("Comma-separated statuses that mean that an export has failed: an error, and a new export"
                        + " after a restart of the task. They are undocumented for exports; the default is those of"
                        + " calculations. Polling continues for any other status.")
                .list(FORGOTTEN_CODES, "B00008")
                .check(Validators.listMatching("[A-Za-z0-9_]+", "error codes such as B00008"))
                .low()
                .named("Error codes: export is gone")
                .doc("Comma-separated error codes that mean that an export no longer exists. A new one is"
                        + " requested if it is due; otherwise it is an error, and a new export after a restart of the"
                        + " task. They are undocumented for exports; the default is the code for missing contacts and"
                        + " groups.");
    }

    private static void defineFiles(OptionGroup group) {
        group.text(CHARSET, "UTF-8")
                .check(Validators.charset())
                .low()
                .named("Encoding")
                .doc("Encoding of the files, which is undocumented. A file in another encoding is an error; a"
                        + " byte order mark is part of the first line.")
                .integer(LINE_MAX_CHARACTERS, 100_000)
                .check(Validators.atLeast(1))
                .low()
                .named("Maximum line length")
                .doc("Maximum number of characters per line; a longer line is an error. The size of a file is not"
                        + " limited: it is streamed.");
    }

    /** The rules for a selected export; each fault is attributed to one option. */
    static List<ConfigRule> rules() {
        return List.of(identityTypeIsGiven(), channelIsGiven(), progressIsEnabled(), noStatusMeansBoth());
    }

    private static ConfigRule identityTypeIsGiven() {
        return new ConfigRule(
                IDENTITY_TYPE,
                values -> areChosen(values) && !values.isSet(IDENTITY_TYPE)
                        ? Optional.of(
                                "The platform requires it for exports of tag values: set it to the identity type by which"
                                        + " the file identifies people, such as mobilePhone.")
                        : Optional.empty());
    }

    private static ConfigRule channelIsGiven() {
        return new ConfigRule(
                CHANNEL_ID,
                values -> areChosen(values)
                                && "externalId".equals(values.text(IDENTITY_TYPE))
                                && !values.isSet(CHANNEL_ID)
                        ? Optional.of("An externalId belongs to a channel: set the channel's numeric id.")
                        : Optional.empty());
    }

    /** Without progress records the cursor of a chunk without rows is not stored. */
    private static ConfigRule progressIsEnabled() {
        return new ConfigRule(
                SourceKeys.PROGRESS_ENABLED,
                values -> areChosen(values) && !values.isOn(SourceKeys.PROGRESS_ENABLED)
                        ? Optional.of(TagExportsFeed.NAME
                                + " needs it: the pending export is stored together with progress" + " records.")
                        : Optional.empty());
    }

    private static ConfigRule noStatusMeansBoth() {
        return new ConfigRule(
                FAILED_STATUSES,
                values -> values.list(FAILED_STATUSES).stream().anyMatch(values.list(FINISHED_STATUSES)::contains)
                        ? Optional.of("It must not contain a status of " + FINISHED_STATUSES + ".")
                        : Optional.empty());
    }

    private static boolean areChosen(ConfigRule.Values values) {
        return values.list(SourceKeys.RESOURCES).contains(TagExportsFeed.NAME);
    }

    static ExportSettings settingsIn(AbstractConfig config) {
        return new ExportSettings(
                Duration.ofMillis(config.getLong(INTERVAL_MS)),
                Duration.ofMillis(config.getLong(TIMEOUT_MS)),
                TIMEOUT_MS);
    }

    static TextForm formIn(AbstractConfig config) {
        return new TextForm(
                Charset.forName(config.getString(CHARSET)),
                CHARSET,
                config.getInt(LINE_MAX_CHARACTERS),
                LINE_MAX_CHARACTERS);
    }
}
