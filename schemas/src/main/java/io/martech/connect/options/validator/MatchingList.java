package io.martech.connect.options.validator;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A list of words of one form, possibly empty. */
public final class MatchingList implements Validator {

    private final Pattern form;
    private final String meaning;

    /** @param meaning what the words are, in the plural, with an example */
    public MatchingList(String form, String meaning) {
        this.form = Pattern.compile(form);
        this.meaning = meaning;
    }

    /** Ids that are whole numbers. */
    public static MatchingList ofNumbers(String example) {
        return new MatchingList("\\d{1,18}", "numeric ids such as " + example);
    }

    @Override
    public void ensureValid(String name, Object value) {
        boolean isRight = value instanceof List<?> words
                && words.stream()
                        .allMatch(word -> form.matcher(String.valueOf(word)).matches());
        if (!isRight) {
            throw new ConfigException(name, value, "must be " + this);
        }
    }

    @Override
    public String toString() {
        return meaning + ", separated by commas, or empty";
    }
}
