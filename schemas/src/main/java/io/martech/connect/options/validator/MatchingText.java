package io.martech.connect.options.validator;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A text of one form. */
public final class MatchingText implements Validator {

    private final Pattern form;
    private final String meaning;

    /**
     * @param form a regular expression that the whole text matches
     * @param meaning what the text is, with an example
     */
    public MatchingText(String form, String meaning) {
        this.form = Pattern.compile(form);
        this.meaning = meaning;
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String text) || !form.matcher(text).matches()) {
            throw new ConfigException(name, value, "must be " + meaning);
        }
    }

    @Override
    public String toString() {
        return meaning;
    }
}
