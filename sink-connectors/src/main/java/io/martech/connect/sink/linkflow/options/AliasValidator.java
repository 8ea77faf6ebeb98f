package io.martech.connect.sink.linkflow.options;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A name that can stand in a path as it is. */
public final class AliasValidator implements Validator {

    private static final Pattern ALIAS = Pattern.compile("[\\p{L}\\p{N}_.-]+");

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String text) || !ALIAS.matcher(text).matches()) {
            throw new ConfigException(name, value, "must be " + this);
        }
    }

    @Override
    public String toString() {
        return "letters, digits, underscores, dots and hyphens";
    }
}
