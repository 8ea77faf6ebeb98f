package io.martech.connect.config;

import java.time.DateTimeException;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A text that {@link StartTime} can read. */
public final class StartTimeValidator implements Validator {

    private static final String FORMS = "2026-01-01 or 2026-01-01 08:00:00, or nothing for the whole history";

    @Override
    public void ensureValid(String name, Object value) {
        try {
            StartTime.parse((String) value);
        } catch (DateTimeException noSuchTime) {
            throw new ConfigException(name, value, "is no day and no time; write " + FORMS);
        }
    }

    @Override
    public String toString() {
        return FORMS;
    }
}
