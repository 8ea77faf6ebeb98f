package io.martech.connect.sink.connector;

import io.martech.connect.sink.record.FieldPath;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A path that {@link FieldPath} can follow. */
public final class PathValidator implements Validator {

    @Override
    public void ensureValid(String name, Object value) {
        if (!isPath((String) value)) {
            throw new ConfigException(
                    name, value, "is no path; write names separated by dots, such as customer.phone or key.id");
        }
    }

    public static boolean isPath(String text) {
        return !text.isBlank() && text.equals(text.strip()) && !("." + text + ".").contains("..");
    }

    @Override
    public String toString() {
        return "a path such as customer.phone or key.id";
    }
}
