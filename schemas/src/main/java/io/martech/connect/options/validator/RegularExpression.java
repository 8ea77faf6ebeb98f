package io.martech.connect.options.validator;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A regular expression as Java understands it, or nothing. */
public final class RegularExpression implements Validator {

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String text)) {
            throw new ConfigException(name, value, "must be a regular expression, or empty");
        }
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new ConfigException(name, value, "must be a regular expression, or empty: " + e.getDescription());
        }
    }

    @Override
    public String toString() {
        return "a regular expression, or empty";
    }
}
