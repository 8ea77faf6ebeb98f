package io.martech.connect.options.validator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A pattern by which a day can be written and read again. */
public final class DateFormatValidator implements Validator {

    private static final LocalDate EXAMPLE = LocalDate.of(2017, 1, 31);

    @Override
    public void ensureValid(String name, Object value) {
        try {
            DateTimeFormatter format = DateTimeFormatter.ofPattern((String) value);
            if (EXAMPLE.equals(LocalDate.parse(format.format(EXAMPLE), format))) {
                return;
            }
        } catch (IllegalArgumentException | java.time.DateTimeException | NullPointerException e) {
            throw new ConfigException(name, value, "is no pattern for a day; " + this);
        }
        throw new ConfigException(name, value, "does not name year, month and day; " + this);
    }

    @Override
    public String toString() {
        return "a pattern such as yyyy-M-d for 2017-1-31, or yyyy-MM-dd for 2017-01-31";
    }
}
