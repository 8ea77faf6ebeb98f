package io.martech.connect.sink.connector;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A text that says something. */
public final class NotBlank implements Validator {

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            throw new ConfigException(name, value, "is blank; write a text");
        }
    }

    @Override
    public String toString() {
        return "a text";
    }
}
