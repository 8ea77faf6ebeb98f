package io.martech.connect.options.validator;

import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** The name of a topic, or the beginning of one, as Kafka allows it. */
public final class TopicName implements Validator {

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]+");
    private static final int LONGEST = 249;

    private final boolean mayBeEmpty;
    private final int longest;

    private TopicName(boolean mayBeEmpty, int longest) {
        this.mayBeEmpty = mayBeEmpty;
        this.longest = longest;
    }

    /** The beginning of a name; leaves room for a dot and the name of a resource. */
    public static TopicName prefix() {
        return new TopicName(false, 200);
    }

    /** A whole name, or nothing. */
    public static TopicName orEmpty() {
        return new TopicName(true, LONGEST);
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (mayBeEmpty && "".equals(value)) {
            return;
        }
        if (!(value instanceof String text) || !isLegal(text)) {
            throw new ConfigException(
                    name,
                    value,
                    "cannot be part of the name of a topic; use at most " + longest
                            + " letters, digits, dots, underscores and hyphens, such as linkflow");
        }
    }

    private boolean isLegal(String text) {
        return LEGAL.matcher(text).matches()
                && text.length() <= longest
                && !Set.of(".", "..").contains(text);
    }

    @Override
    public String toString() {
        return "letters, digits, dots, underscores and hyphens, at most " + longest + (mayBeEmpty ? ", or empty" : "");
    }
}
