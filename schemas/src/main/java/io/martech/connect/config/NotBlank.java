package io.martech.connect.config;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** A text or a secret that says something, without blanks around it, as a careless copy would leave them. */
public final class NotBlank implements Validator {

    @Override
    public void ensureValid(String name, Object value) {
        String text = value instanceof Password secret ? secret.value() : (String) value;
        if (text == null || text.isBlank()) {
            throw new ConfigException("Invalid value for configuration " + name + ": it is empty");
        }
        // The value itself is not repeated: it may be a secret.
        if (!text.equals(text.strip())) {
            throw new ConfigException("Invalid value for configuration " + name
                    + ": there are blanks in front of or behind it; remove them");
        }
    }

    @Override
    public String toString() {
        return "not blank";
    }
}
