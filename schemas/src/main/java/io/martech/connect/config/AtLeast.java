package io.martech.connect.config;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A number that is not below a bound. A key whose default is null may stay null. */
public final class AtLeast implements Validator {

    private final long least;
    private final String meaning;

    private AtLeast(long least, String meaning) {
        this.least = least;
        this.meaning = meaning;
    }

    /** Any number from the bound up. */
    public static AtLeast number(long least) {
        return new AtLeast(least, least + " or more");
    }

    /** A duration of a millisecond or more. */
    public static AtLeast positiveMilliseconds() {
        return new AtLeast(1, "a duration in milliseconds, 1 or more");
    }

    /** A duration in milliseconds; zero switches something off. */
    public static AtLeast milliseconds() {
        return new AtLeast(0, "a duration in milliseconds, 0 or more");
    }

    /** A number where one value below all others has a meaning of its own, which is said in words. */
    public static AtLeast number(long least, String meaningOfLeast) {
        return new AtLeast(least, least + " (" + meaningOfLeast + ") or more");
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (value != null && ((Number) value).longValue() < least) {
            throw new ConfigException(name, value, "must be " + meaning);
        }
    }

    @Override
    public String toString() {
        return meaning;
    }
}
