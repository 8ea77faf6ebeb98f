package io.martech.connect.options.validator;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A whole number within bounds, both included. */
public final class Between implements Validator {

    private final long least;
    private final long most;

    private Between(long least, long most) {
        this.least = least;
        this.most = most;
    }

    /** @param most {@link Integer#MAX_VALUE} for no upper bound */
    public static Validator numbers(long least, long most) {
        return most == Integer.MAX_VALUE ? AtLeast.number(least) : new Between(least, most);
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof Number number) || number.longValue() < least || number.longValue() > most) {
            throw new ConfigException(name, value, "must be " + this);
        }
    }

    @Override
    public String toString() {
        return least + " to " + most;
    }
}
