package io.martech.connect.options.validator;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A list, perhaps empty, of a platform's error codes, such as {@code B00010}. */
public final class Codes implements Validator {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]+");

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof List<?> codes)) {
            throw new ConfigException(name, value, "must be " + this);
        }
        for (Object code : codes) {
            if (!CODE.matcher((String) code).matches()) {
                throw new ConfigException(
                        name,
                        value,
                        "\"" + code + "\" is no error code; write codes separated by commas: B00010,B00093");
            }
        }
    }

    @Override
    public String toString() {
        return "error codes separated by commas, or empty";
    }
}
