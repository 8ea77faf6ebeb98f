package io.martech.connect.source.linkflow;

import io.martech.connect.client.TextForm;
import io.martech.connect.config.AtLeast;
import io.martech.connect.config.CharsetValidator;
import io.martech.connect.config.ConfigGroup;
import io.martech.connect.config.MatchingList;
import io.martech.connect.config.MatchingText;
import io.martech.connect.source.strategy.ExportSettings;
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
        ConfigGroup group = new ConfigGroup(definition, "Exports of tag values");
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
                        "Keys of the tags whose values of everybody to read, separated by commas, each by an export task. The form of"
                                + " the file is not documented, so every line of it becomes one record as it stands, a heading and an empty line"
                                + " too; its key is the tag key, the task id and the line's number.")
                .key(
                        IDENTITY_TYPE,
                        Type.STRING,
                        "",
                        new MatchingText("[A-Za-z0-9_.]*", "an identity type such as mobilePhone, or empty"),
                        Importance.MEDIUM,
                        "Identity type of exports",
                        "By which type of identity the files are to name people, as the platform spells it, such as mobilePhone or"
                                + " externalId. The platform demands it.")
                .key(
                        CHANNEL_ID,
                        Type.STRING,
                        "",
                        new MatchingText("\\d{0,18}", "a numeric id such as 111, or empty"),
                        Importance.LOW,
                        "Channel of exports",
                        "The numeric id of the channel, for the identity type externalId only.")
                .key(
                        INTERVAL_MS,
                        Type.LONG,
                        Duration.ofDays(1).toMillis(),
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Interval of exports",
                        "Milliseconds from the beginning of one export of a tag to the next. In between nothing is asked. While an"
                                + " export runs, it is looked at once per poll interval.")
                .key(
                        TIMEOUT_MS,
                        Type.LONG,
                        Duration.ofHours(6).toMillis(),
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Longest export",
                        "Milliseconds after which an export that is not finished is an error; when the task is restarted, a new one is"
                                + " asked for.")
                .key(
                        FINISHED_STATUSES,
                        Type.LIST,
                        "FINISH",
                        new MatchingList("[A-Za-z0-9_]+", "statuses such as FINISH"),
                        Importance.LOW,
                        "Statuses of finished exports",
                        "By which statuses the platform says that an export is finished, separated by commas. One without a file is"
                                + " waited for.")
                .key(
                        FAILED_STATUSES,
                        Type.LIST,
                        "ERROR,CALC_ERROR",
                        new MatchingList("[A-Za-z0-9_]+", "statuses such as ERROR"),
                        Importance.LOW,
                        "Statuses of failed exports",
                        "By which statuses the platform says that an export has failed, separated by commas: an error, and a new export"
                                + " when the task is restarted. They are not documented for exports; the default names those of"
                                + " calculations. Every other status is waited for.")
                .key(
                        FORGOTTEN_CODES,
                        Type.LIST,
                        "B00008",
                        new MatchingList("[A-Za-z0-9_]+", "error codes such as B00008"),
                        Importance.LOW,
                        "Codes of forgotten exports",
                        "By which error codes the platform says that it does not know an export any more, separated by commas. A new one is"
                                + " asked for if it is due; else it is an error, and a new export when the task is restarted. They are not"
                                + " documented for exports; the default is the one that says so of contacts and groups.");
    }

    private static void defineFiles(ConfigGroup group) {
        group.key(
                        CHARSET,
                        Type.STRING,
                        "UTF-8",
                        new CharsetValidator(),
                        Importance.LOW,
                        "Encoding of exports",
                        "The encoding of the files, which is not documented. A file that is in another one is an error; a byte order mark"
                                + " is part of the first line.")
                .key(
                        LINE_MAX_CHARACTERS,
                        Type.INT,
                        100_000,
                        AtLeast.number(1),
                        Importance.LOW,
                        "Longest line of exports",
                        "The most characters of a line; a longer one is an error. How large a file is does not matter: it is never in memory as"
                                + " a whole.");
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
