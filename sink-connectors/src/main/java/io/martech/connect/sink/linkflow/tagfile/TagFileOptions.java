package io.martech.connect.sink.linkflow.tagfile;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.linkflow.tag.TagOptions;
import io.martech.connect.sink.record.PathAndName;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options for writing tag values as files, and for the format of these files. */
public final class TagFileOptions {

    public static final String WRITE_MODE = "tags.write.mode";
    static final String COLUMNS = "tags.file.columns";
    static final String HEADER = "tags.file.header";
    static final String SEPARATOR = "tags.file.separator";
    static final String QUOTES = "tags.file.quotes";
    static final String LINE_END = "tags.file.line.end";
    static final String CHARSET = "tags.file.charset";
    public static final String NAME = "tags.file.name";
    public static final String CONTENT_TYPE = "tags.file.content.type";
    public static final String OPERATE = "tags.file.operate";
    public static final String CONFIRMATION = "tags.file.confirmation";
    public static final String CALCULATION_POLL_INTERVAL_MS = "tags.calculation.poll.interval.ms";
    public static final String CALCULATION_TIMEOUT_MS = "tags.calculation.timeout.ms";

    public static final String VALUES = "values";
    public static final String FILES = "files";
    public static final String CALCULATED = "calculated";
    static final String ACCEPTED = "accepted";
    static final String NAME_OF_TAG = "{tag}";
    static final String ID_OF_CONTENT = "{id}";

    private static final int BATCH_SIZE_OF_FILES = 10_000;
    private static final long LINGER_MS_OF_FILES = Duration.ofMinutes(1).toMillis();
    private static final long POLL_INTERVAL_MS_DEFAULT = Duration.ofSeconds(5).toMillis();
    private static final long TIMEOUT_MS_DEFAULT = Duration.ofMinutes(30).toMillis();

    /** A second file would have to wait for the calculation of the first anyway, and could not grow while it waits. */
    public static final int REQUESTS_AT_ONCE = 1;

    /** The defaults of options that differ for files. */
    public static final Map<String, Object> DEFAULTS_OF_FILES =
            Map.of(SinkKeys.BATCH_SIZE, BATCH_SIZE_OF_FILES, SinkKeys.LINGER_MS, LINGER_MS_OF_FILES);

    private static final Map<String, String> SEPARATORS =
            Map.of("comma", ",", "semicolon", ";", "tab", "\t", "pipe", "|");
    private static final Map<String, String> LINE_ENDS = Map.of("lf", "\n", "crlf", "\r\n");

    private TagFileOptions() {}

    public static void define(ConfigDef definition) {
        OptionGroup group = new OptionGroup(definition, "File uploads (experimental)");
        defineMode(group);
        defineForm(group);
        defineUpload(group);
        defineCalculation(group);
    }

    private static void defineMode(OptionGroup group) {
        group.text(WRITE_MODE, VALUES)
                .check(Validators.oneOf(VALUES, FILES))
                .named("Write mode")
                .doc("How to write tag values: values sends one request per person; files (experimental), for"
                        + " large loads, uploads one file per tag with the last value of many people and triggers its"
                        + " calculation, one file at a time. With files, " + SinkKeys.BATCH_SIZE + " defaults to "
                        + BATCH_SIZE_OF_FILES + " and " + SinkKeys.LINGER_MS + " to " + LINGER_MS_OF_FILES + ", and "
                        + HttpOptions.MAX_IN_FLIGHT_REQUESTS + " is " + REQUESTS_AT_ONCE
                        + ", so that records that arrive"
                        + " during a calculation go into the next file. The file format is undocumented, so try the"
                        + " keys below with a few people first. Linkflow does not report which lines of a file it"
                        + " ignores: people whom it does not know reach no dead-letter topic. A file may be sent"
                        + " twice; sent again at once, it does no harm as long as a later line overrides an earlier"
                        + " one. But an upload that timed out after " + HttpOptions.REQUEST_TIMEOUT_MS + " and that"
                        + " Linkflow still processes after a later file lets older values win: raise the timeout for"
                        + " large files. One task writes all files, whatever tasks.max is; no other client may"
                        + " calculate the same tags.");
    }

    private static void defineForm(OptionGroup group) {
        group.list(COLUMNS, "identity,value")
                .check(Validators.oneOrMoreOf(TagFileColumn.words()))
                .named("File: columns")
                .doc("Columns of a file, in order: identity (of the tag's identity type), value, and optionally"
                        + " type (of the identity, as in " + TagOptions.IDENTITY_FIELDS
                        + ") and tag (the tag's key)."
                        + " Undocumented; the default is a guess.")
                .list(HEADER, "identity,value")
                .check(Validators.anyList())
                .named("File: header")
                .doc("Cells of a file's header line; empty for none. Undocumented: an unexpected header is"
                        + " ignored as a line for an unknown person, while a missing one would lose the first person.")
                .text(SEPARATOR, "comma")
                .check(Validators.oneOf("comma", "semicolon", "tab", "pipe"))
                .named("File: separator")
                .doc("Separator between the cells of a line. Undocumented; the default is a guess.")
                .text(QUOTES, "needed")
                .check(Validators.oneOf("needed", "always", "never"))
                .low()
                .named("File: quotes")
                .doc("When to put a cell in double quotes, in which a double quote is doubled: needed, if it"
                        + " holds the separator, a quote or a line end, as a list of values does; never rejects a"
                        + " record that would need them. Undocumented; the default is a guess.")
                .text(LINE_END, "lf")
                .check(Validators.oneOf("lf", "crlf"))
                .low()
                .named("File: line end")
                .doc("Line end, after the last line too. Undocumented; the default is a guess.")
                .text(CHARSET, "UTF-8")
                .check(Validators.charset())
                .named("File: encoding")
                .doc(
                        "Encoding of a file, such as UTF-8 or GBK. A record with a character that it lacks is rejected. Undocumented;"
                                + " the default is a guess.");
    }

    private static void defineUpload(OptionGroup group) {
        group.text(NAME, NAME_OF_TAG + "-" + ID_OF_CONTENT + ".csv")
                .check(Validators.matching(
                        "[^/\\\\\"\\r\\n]{1,200}", "a file name without directories, such as {tag}-{id}.csv"))
                .low()
                .named("File: name")
                .doc("Name of an uploaded file. " + NAME_OF_TAG + " is replaced by the tag's key, "
                        + ID_OF_CONTENT
                        + " by an id of its content, by which a file that is sent again could be"
                        + " recognised. Undocumented; the default is a guess.")
                .text(CONTENT_TYPE, "text/csv")
                .check(Validators.matching("[\\w.+-]+/[\\w.+-]+", "a media type such as text/csv"))
                .low()
                .named("File: content type")
                .doc("Content type of an uploaded file. Undocumented; the default is a guess.")
                .text(OPERATE, "append")
                .check(Validators.oneOf("append", "overwrite"))
                .low()
                .named("File: earlier files")
                .doc("How to treat the tag's earlier files: append keeps them, overwrite deletes them. Whether"
                        + " values from a deleted file persist is undocumented, so the default keeps the files. They"
                        + " accumulate, one for each " + SinkKeys.LINGER_MS + " with records, and whether a"
                        + " calculation reads all of them again is undocumented: if calculations get slower from day"
                        + " to day, raise " + SinkKeys.LINGER_MS + ", or try overwrite.");
    }

    private static void defineCalculation(OptionGroup group) {
        group.text(CONFIRMATION, CALCULATED)
                .check(Validators.oneOf(CALCULATED, ACCEPTED))
                .named("Confirmation")
                .doc("When the records of a file are delivered: calculated, when the list of tags shows a new"
                        + " lastCalculateTime; accepted, when Linkflow has accepted file and calculation. No endpoint"
                        + " reports a failed calculation; with accepted it would go unnoticed.")
                .duration(CALCULATION_POLL_INTERVAL_MS, POLL_INTERVAL_MS_DEFAULT)
                .low()
                .named("Calculation: poll interval")
                .doc("How often to check whether a calculation has finished. Each check reads the list of tags.")
                .duration(CALCULATION_TIMEOUT_MS, TIMEOUT_MS_DEFAULT)
                .low()
                .named("Calculation: timeout")
                .doc("Timeout of a calculation, including the wait for another one that is running. After that"
                        + " the task fails; nothing is lost, the file is sent again after a restart.");
    }

    /** The rules between the options for files; each fault is attributed to one option. */
    public static List<ConfigRule> rules() {
        return List.of(
                ofFiles(TagOptions.BEHAVIOR_ON_NULL_TAGS, TagFileOptions::nothingIsDeleted),
                ofFiles(TagOptions.IDENTITY_FIELDS, TagFileOptions::identitiesAreOfOneType),
                ofFiles(COLUMNS, TagFileOptions::peopleHaveValues),
                ofFiles(HEADER, TagFileOptions::headerFits),
                ofFiles(HttpOptions.MAX_IN_FLIGHT_REQUESTS, TagFileOptions::oneFileAtATime),
                ofFiles(CALCULATION_POLL_INTERVAL_MS, TagFileOptions::pollsWithinTheTimeout));
    }

    private static ConfigRule ofFiles(String key, Function<ConfigRule.Values, Optional<String>> fault) {
        return new ConfigRule(
                key, values -> FILES.equals(values.text(WRITE_MODE)) ? fault.apply(values) : Optional.empty());
    }

    private static Optional<String> nothingIsDeleted(ConfigRule.Values values) {
        return TagOptions.DELETE.equals(values.text(TagOptions.BEHAVIOR_ON_NULL_TAGS))
                ? Optional.of("A file cannot delete a value (" + WRITE_MODE + " is " + FILES + "):" + " set it to "
                        + TagOptions.IGNORE + ", or use a separate connector for deletes.")
                : Optional.empty();
    }

    private static Optional<String> identitiesAreOfOneType(ConfigRule.Values values) {
        long types = PathAndName.parseAll(values.list(TagOptions.IDENTITY_FIELDS)).stream()
                .map(PathAndName::name)
                .distinct()
                .count();
        boolean isTold = values.list(COLUMNS).contains(TagFileColumn.TYPE.word());
        return types > 1 && !isTold
                ? Optional.of(
                        "It has several identity types, which a file would not distinguish: keep the identity type"
                                + " of the tags, or add " + TagFileColumn.TYPE.word() + " to " + COLUMNS
                                + ".")
                : Optional.empty();
    }

    private static Optional<String> peopleHaveValues(ConfigRule.Values values) {
        List<String> needed = List.of(TagFileColumn.IDENTITY.word(), TagFileColumn.VALUE.word());
        return values.list(COLUMNS).containsAll(needed)
                ? Optional.empty()
                : Optional.of("A line needs " + String.join(" and ", needed) + ".");
    }

    private static Optional<String> headerFits(ConfigRule.Values values) {
        List<String> header = values.list(HEADER);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        int columns = values.list(COLUMNS).size();
        if (header.size() != columns) {
            return Optional.of("It has " + header.size() + " cells for " + columns + " columns (" + COLUMNS
                    + "): name each, or none.");
        }
        String separator = separatorOf(values.text(SEPARATOR));
        boolean mayHaveQuotes = !TagFileFormat.Quotes.NEVER.name().equalsIgnoreCase(values.text(QUOTES));
        if (!mayHaveQuotes && header.stream().anyMatch(cell -> TagFileFormat.needsQuotes(cell, separator))) {
            return Optional.of("It holds the separator (" + SEPARATOR + "), a quote or the end of a line, which"
                    + " a file without quotes cannot hold (" + QUOTES + ").");
        }
        Charset charset = Charset.forName(values.text(CHARSET));
        return header.stream().allMatch(charset.newEncoder()::canEncode)
                ? Optional.empty()
                : Optional.of("It holds a character that " + charset.name() + " lacks (" + CHARSET + ").");
    }

    /** The usual default is accepted: it is the value of an option that was not set. */
    private static Optional<String> oneFileAtATime(ConfigRule.Values values) {
        long wanted = values.number(HttpOptions.MAX_IN_FLIGHT_REQUESTS);
        return wanted == REQUESTS_AT_ONCE || wanted == HttpOptions.MAX_IN_FLIGHT_REQUESTS_DEFAULT
                ? Optional.empty()
                : Optional.of("Files are written one at a time (" + WRITE_MODE + " is " + FILES
                        + "): leave it out, or set it to " + REQUESTS_AT_ONCE + ".");
    }

    private static Optional<String> pollsWithinTheTimeout(ConfigRule.Values values) {
        return values.number(CALCULATION_POLL_INTERVAL_MS) > values.number(CALCULATION_TIMEOUT_MS)
                ? Optional.of("It exceeds " + CALCULATION_TIMEOUT_MS + ", so there would be no second check.")
                : Optional.empty();
    }

    /** The separator of cells for a word in the configuration. */
    static String separatorOf(String word) {
        return SEPARATORS.get(word);
    }

    /** The format in a configuration. */
    public static TagFileFormat formatIn(AbstractConfig config) {
        return new TagFileFormat(
                config.getList(COLUMNS).stream().map(TagFileColumn::of).toList(),
                config.getList(HEADER),
                separatorOf(config.getString(SEPARATOR)),
                TagFileFormat.Quotes.valueOf(config.getString(QUOTES).toUpperCase(Locale.ROOT)),
                LINE_ENDS.get(config.getString(LINE_END)),
                Charset.forName(config.getString(CHARSET)));
    }
}
