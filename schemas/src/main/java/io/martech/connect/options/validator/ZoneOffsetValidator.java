package io.martech.connect.options.validator;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A fixed offset from UTC. The name of a region is refused: its history has summer times that the platform's has not. */
public final class ZoneOffsetValidator implements Validator {

    @Override
    public void ensureValid(String name, Object value) {
        try {
            ZoneOffset.of(String.valueOf(value));
        } catch (DateTimeException notAnOffset) {
            throw new ConfigException(
                    name, value, "must be a fixed offset from UTC such as +08:00, not the name of a region");
        }
    }

    @Override
    public String toString() {
        return "a fixed offset from UTC such as +08:00";
    }
}
