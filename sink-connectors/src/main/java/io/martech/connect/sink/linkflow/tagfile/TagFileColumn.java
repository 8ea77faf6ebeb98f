package io.martech.connect.sink.linkflow.tagfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The possible content of a column of a file of tag values. */
enum TagFileColumn {
    /** The contact's identity. */
    IDENTITY(line -> line.identity().id()),
    /** The type of that identity, as in {@code identity.fields}. */
    TYPE(line -> line.identity().type()),
    /** The tag's key, the same on every line. */
    TAG(TagLine::tagKey),
    VALUE(TagLine::value);

    private final Function<TagLine, String> cell;

    TagFileColumn(Function<TagLine, String> cell) {
        this.cell = cell;
    }

    String of(TagLine line) {
        return cell.apply(line);
    }

    /** The word in configurations. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(TagFileColumn::word).toList();
    }

    /** @throws IllegalArgumentException for a word that is not one of {@link #words()} */
    static TagFileColumn of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
