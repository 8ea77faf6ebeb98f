package io.martech.connect.sink.connector;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Any list, perhaps empty; refuses JSON's null, of which nobody knows whether it means the default or none. */
public final class ListOrNothing implements Validator {

    @Override
    public void ensureValid(String name, Object value) {
        if (value == null) {
            throw new ConfigException(name, null, "must be a list, which may be empty");
        }
    }

    @Override
    public String toString() {
        return "texts separated by commas, or empty";
    }
}
