package io.martech.connect.sink.linkflow.tagfile;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.sink.linkflow.tag.TagKeys;
import io.martech.connect.sink.record.PathAndName;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What must hold between the keys if tag values are written as files; each rule blames one key. */
public final class TagFileRules {

    private TagFileRules() {}

    public static List<ConfigRule> all() {
        return List.of(
                ofFiles(TagKeys.BEHAVIOR_ON_NULL_TAGS, TagFileRules::nothingIsDeleted),
                ofFiles(TagKeys.IDENTITY_FIELDS, TagFileRules::identitiesAreOfOneType),
                ofFiles(TagFileKeys.COLUMNS, TagFileRules::peopleHaveValues),
                ofFiles(TagFileKeys.HEADER, TagFileRules::headerFits),
                ofFiles(HttpOptions.MAX_IN_FLIGHT_REQUESTS, TagFileRules::oneFileAtATime),
                ofFiles(TagFileKeys.CALCULATION_POLL_INTERVAL_MS, TagFileRules::pollsWithinTheTimeout));
    }

    private static ConfigRule ofFiles(String key, Function<ConfigRule.Values, Optional<String>> fault) {
        return new ConfigRule(
                key,
                values -> TagFileKeys.FILES.equals(values.text(TagFileKeys.WRITE_MODE))
                        ? fault.apply(values)
                        : Optional.empty());
    }

    private static Optional<String> nothingIsDeleted(ConfigRule.Values values) {
        return TagKeys.DELETE.equals(values.text(TagKeys.BEHAVIOR_ON_NULL_TAGS))
                ? Optional.of("A file cannot delete a value (" + TagFileKeys.WRITE_MODE + " is " + TagFileKeys.FILES
                        + "):" + " set it to " + TagKeys.IGNORE + ", or use a separate connector for deletes.")
                : Optional.empty();
    }

    private static Optional<String> identitiesAreOfOneType(ConfigRule.Values values) {
        long types = PathAndName.parseAll(values.list(TagKeys.IDENTITY_FIELDS)).stream()
                .map(PathAndName::name)
                .distinct()
                .count();
        boolean isTold = values.list(TagFileKeys.COLUMNS).contains(TagFileColumn.TYPE.word());
        return types > 1 && !isTold
                ? Optional.of(
                        "It has several identity types, which a file would not distinguish: keep the identity type"
                                + " of the tags, or add " + TagFileColumn.TYPE.word() + " to " + TagFileKeys.COLUMNS
                                + ".")
                : Optional.empty();
    }

    private static Optional<String> peopleHaveValues(ConfigRule.Values values) {
        List<String> needed = List.of(TagFileColumn.IDENTITY.word(), TagFileColumn.VALUE.word());
        return values.list(TagFileKeys.COLUMNS).containsAll(needed)
                ? Optional.empty()
                : Optional.of("A line needs " + String.join(" and ", needed) + ".");
    }

    private static Optional<String> headerFits(ConfigRule.Values values) {
        List<String> header = values.list(TagFileKeys.HEADER);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        int columns = values.list(TagFileKeys.COLUMNS).size();
        if (header.size() != columns) {
            return Optional.of("It has " + header.size() + " cells for " + columns + " columns (" + TagFileKeys.COLUMNS
                    + "): name each, or none.");
        }
        String separator = TagFileKeys.separatorOf(values.text(TagFileKeys.SEPARATOR));
        boolean mayHaveQuotes = !TagFileFormat.Quotes.NEVER.name().equalsIgnoreCase(values.text(TagFileKeys.QUOTES));
        if (!mayHaveQuotes && header.stream().anyMatch(cell -> TagFileFormat.needsQuotes(cell, separator))) {
            return Optional.of(
                    "It holds the separator (" + TagFileKeys.SEPARATOR + "), a quote or the end of a line, which"
                            + " a file without quotes cannot hold (" + TagFileKeys.QUOTES + ").");
        }
        Charset charset = Charset.forName(values.text(TagFileKeys.CHARSET));
        return header.stream().allMatch(charset.newEncoder()::canEncode)
                ? Optional.empty()
                : Optional.of("It holds a character that " + charset.name() + " lacks (" + TagFileKeys.CHARSET + ").");
    }

    /** The usual default passes: it is what a key has that nobody set. */
    private static Optional<String> oneFileAtATime(ConfigRule.Values values) {
        long wanted = values.number(HttpOptions.MAX_IN_FLIGHT_REQUESTS);
        return wanted == TagFileKeys.REQUESTS_AT_ONCE || wanted == HttpOptions.MAX_IN_FLIGHT_REQUESTS_DEFAULT
                ? Optional.empty()
                : Optional.of("Files are written one at a time (" + TagFileKeys.WRITE_MODE + " is " + TagFileKeys.FILES
                        + "): leave it out, or set it to " + TagFileKeys.REQUESTS_AT_ONCE + ".");
    }

    private static Optional<String> pollsWithinTheTimeout(ConfigRule.Values values) {
        return values.number(TagFileKeys.CALCULATION_POLL_INTERVAL_MS)
                        > values.number(TagFileKeys.CALCULATION_TIMEOUT_MS)
                ? Optional.of(
                        "It exceeds " + TagFileKeys.CALCULATION_TIMEOUT_MS + ", so there would be no second check.")
                : Optional.empty();
    }
}
