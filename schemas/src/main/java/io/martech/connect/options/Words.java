package io.martech.connect.options;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A list of words that match a regular expression, without duplicates. */
public final class Words implements Validator {

    private final String meaning;
    private final Pattern form;
    private final boolean mayBeEmpty;

    private Words(String meaning, String form, boolean mayBeEmpty) {
        this.meaning = meaning;
        this.form = Pattern.compile(form);
        this.mayBeEmpty = mayBeEmpty;
    }

    /**
     * At least one word.
     *
     * @param meaning what the words are, in the plural
     * @param form a regular expression that each word must match
     */
    public static Words atLeastOne(String meaning, String form) {
        return new Words(meaning, form, false);
    }

    /** Any number of words. */
    public static Words orNone(String meaning, String form) {
        return new Words(meaning, form, true);
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof List<?> words) || (words.isEmpty() && !mayBeEmpty)) {
            throw new ConfigException(name, value, "must be " + this);
        }
        Set<Object> seen = new HashSet<>();
        for (Object word : words) {
            if (!form.matcher((String) word).matches()) {
                throw new ConfigException(name, value, "\"" + word + "\" is not one of these; write " + this);
            }
            if (!seen.add(word)) {
                throw new ConfigException(name, value, "\"" + word + "\" is listed twice");
            }
        }
    }

    @Override
    public String toString() {
        return meaning + " separated by commas" + (mayBeEmpty ? ", or empty" : "");
    }
}
