package io.martech.connect.options.validator;

import java.time.DateTimeException;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A text that {@link StartTime} can read. */
public final class StartTimeValidator implements Validator {

    private static final String FORMS = "2026-01-01 or 2026-01-01 08:00:00, or nothing for the whole history";

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String text) || !isReadable(text)) {
            throw new ConfigException(name, value, "is no day and no time; write " + FORMS);
        }
    }

    private static boolean isReadable(String text) {
        try {
            StartTime.parse(text);
            return true;
        } catch (DateTimeException noSuchTime) {
            return false;
        }
    }

    @Override
    public String toString() {
        return FORMS;
    }
}
