package io.martech.connect.options.validator;

import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A number that is not below a bound. */
public final class AtLeast implements Validator {

    private final long least;
    private final String meaning;

    private final boolean mayBeNotSet;

    private AtLeast(long least, String meaning, boolean mayBeNotSet) {
        this.least = least;
        this.meaning = meaning;
        this.mayBeNotSet = mayBeNotSet;
    }

    /** Any number from the bound up. */
    public static AtLeast number(long least) {
        return new AtLeast(least, least + " or more", false);
    }

    /** A duration of a millisecond or more. */
    public static AtLeast positiveMilliseconds() {
        return new AtLeast(1, "a duration in milliseconds, 1 or more", false);
    }

    /** A duration in milliseconds; zero switches something off. */
    public static AtLeast milliseconds() {
        return new AtLeast(0, "a duration in milliseconds, 0 or more", false);
    }

    /** A number where one value below all others has a meaning of its own, which is said in words. */
    public static AtLeast number(long least, String meaningOfLeast) {
        return new AtLeast(least, least + " (" + meaningOfLeast + ") or more", false);
    }

    /** The same for a key whose default is null. */
    public AtLeast orNotSet() {
        return new AtLeast(least, meaning + ", or not set", true);
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (value == null && mayBeNotSet) {
            return;
        }
        if (!(value instanceof Number number) || number.longValue() < least) {
            throw new ConfigException(name, value, "must be " + meaning);
        }
    }

    @Override
    public String toString() {
        return meaning;
    }
}
