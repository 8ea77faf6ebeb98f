package io.martech.connect.sink.connector;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A path below the platform's base address. */
public final class ApiPathValidator implements Validator {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    @Override
    public void ensureValid(String name, Object value) {
        if (value == null || !PATH.matcher((String) value).matches()) {
            throw new ConfigException(
                    name, value, "must be a path that begins with a slash, such as /open/messages/orders");
        }
    }

    @Override
    public String toString() {
        return "a path such as /open/messages/orders";
    }
}
