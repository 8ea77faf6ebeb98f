package io.martech.connect.options.validator;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** An id or a key of something on the platform, as the platform shows it; it may have any form. */
public final class Identifier implements Validator {

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            throw new ConfigException(name, value, "is blank; copy it from the platform");
        }
        if (ModelText.is(text)) {
            throw new ConfigException("Invalid value for configuration " + name + ": " + ModelText.FAULT);
        }
    }

    @Override
    public String toString() {
        return "what the platform shows";
    }
}
