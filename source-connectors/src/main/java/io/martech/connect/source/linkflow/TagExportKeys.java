package io.martech.connect.source.linkflow;

import io.martech.connect.client.TextForm;
import io.martech.connect.options.ConfigGroup;
import io.martech.connect.options.validator.AtLeast;
import io.martech.connect.options.validator.CharsetValidator;
import io.martech.connect.options.validator.MatchingList;
import io.martech.connect.options.validator.MatchingText;
import io.martech.connect.source.reader.export.ExportSettings;
import java.nio.charset.Charset;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** How tag values are exported; the platform documents neither the end of a failed export nor the form of a file. */
final class TagExportKeys {

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

    private TagExportKeys() {}

    static void define(ConfigDef definition) {
        ConfigGroup group = new ConfigGroup(definition, "Tag value exports (experimental)");
        defineExports(group);
        defineFiles(group);
    }

    private static void defineExports(ConfigGroup group) {
        group.key(
                        TAG_KEYS,
                        Type.LIST,
                        "",
                        new MatchingList("tag_[a-z0-9_]+", "tag keys such as tag_sf"),
                        Importance.MEDIUM,
                        "Exported tags",
                        "Experimental: comma-separated keys of the tags whose values are exported for all contacts,"
                                + " one export task per tag. The file format is undocumented, so each line becomes one record"
                                + " as it stands, including a header or an empty line; its key is the tag key, the task id and"
                                + " the line number.")
                .key(
                        IDENTITY_TYPE,
                        Type.STRING,
                        "",
                        new MatchingText("[A-Za-z0-9_.]*", "an identity type such as mobilePhone, or empty"),
                        Importance.MEDIUM,
                        "Identity type",
                        "Identity type by which the files identify people, as the platform spells it, such as"
                                + " mobilePhone or externalId. Required by the platform.")
                .key(
                        CHANNEL_ID,
                        Type.STRING,
                        "",
                        new MatchingText("\\d{0,18}", "a numeric id such as 111, or empty"),
                        Importance.LOW,
                        "Channel id",
                        "Numeric id of the channel, for the identity type externalId only.")
                .key(
                        INTERVAL_MS,
                        Type.LONG,
                        Duration.ofDays(1).toMillis(),
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Export interval",
                        "Interval between the starts of two exports of a tag. No request is sent in between. While"
                                + " an export runs, its status is polled once per poll interval.")
                .key(
                        TIMEOUT_MS,
                        Type.LONG,
                        Duration.ofHours(6).toMillis(),
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Export timeout",
                        "Timeout of an export. After that it is an error; a restart of the task requests a new"
                                + " export.")
                .key(
                        FINISHED_STATUSES,
                        Type.LIST,
                        "FINISH",
                        new MatchingList("[A-Za-z0-9_]+", "statuses such as FINISH"),
                        Importance.LOW,
                        "Statuses: finished",
                        "Comma-separated statuses that mean that an export has finished. Without a file, polling"
                                + " continues.")
                .key(
                        FAILED_STATUSES,
                        Type.LIST,
                        "ERROR,CALC_ERROR",
                        new MatchingList("[A-Za-z0-9_]+", "statuses such as ERROR"),
                        Importance.LOW,
                        "Statuses: failed",
                        "Comma-separated statuses that mean that an export has failed: an error, and a new export"
                                + " after a restart of the task. They are undocumented for exports; the default is those of"
                                + " calculations. Polling continues for any other status.")
                .key(
                        FORGOTTEN_CODES,
                        Type.LIST,
                        "B00008",
                        new MatchingList("[A-Za-z0-9_]+", "error codes such as B00008"),
                        Importance.LOW,
                        "Error codes: export is gone",
                        "Comma-separated error codes that mean that an export no longer exists. A new one is"
                                + " requested if it is due; otherwise it is an error, and a new export after a restart of the"
                                + " task. They are undocumented for exports; the default is the code for missing contacts and"
                                + " groups.");
    }

    private static void defineFiles(ConfigGroup group) {
        group.key(
                        CHARSET,
                        Type.STRING,
                        "UTF-8",
                        new CharsetValidator(),
                        Importance.LOW,
                        "Encoding",
                        "Encoding of the files, which is undocumented. A file in another encoding is an error; a"
                                + " byte order mark is part of the first line.")
                .key(
                        LINE_MAX_CHARACTERS,
                        Type.INT,
                        100_000,
                        AtLeast.number(1),
                        Importance.LOW,
                        "Maximum line length",
                        "Maximum number of characters per line; a longer line is an error. The size of a file is not"
                                + " limited: it is streamed.");
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
