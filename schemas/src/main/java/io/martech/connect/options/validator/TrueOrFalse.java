package io.martech.connect.options.validator;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A switch; refuses JSON's null, which is neither on nor off. */
public final class TrueOrFalse implements Validator, Offered {

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof Boolean)) {
            throw new ConfigException(name, value, "must be true or false");
        }
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return List.of(true, false);
    }

    @Override
    public String toString() {
        return "true or false";
    }
}
