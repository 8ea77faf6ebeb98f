package io.martech.connect.sink.linkflow;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A text that says something, without blanks around it, as a careless copy would leave them. */
final class NotBlank implements Validator {

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            throw new ConfigException(name, value, "is blank; write a text");
        }
        if (!text.equals(text.strip())) {
            throw new ConfigException(name, value, "has blanks in front of or behind it; remove them");
        }
    }

    @Override
    public String toString() {
        return "a text";
    }
}
