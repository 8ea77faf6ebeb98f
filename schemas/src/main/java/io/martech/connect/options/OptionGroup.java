package io.martech.connect.options;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * Declares the options of one group, in the order in which the reference shows them:
 * {@code group.duration("poll.interval.ms", 10_000).low().named("Poll interval").doc("How often …")}.
 */
public final class OptionGroup {

    private final ConfigDef definition;
    private final String name;
    private int order;

    public OptionGroup(ConfigDef definition, String name) {
        this.definition = definition;
        this.name = name;
    }

    public Option text(String key, Object defaultValue) {
        return new Option(key, Type.STRING, defaultValue, Width.LONG, null);
    }

    public Option secret(String key, Object defaultValue) {
        return new Option(key, Type.PASSWORD, defaultValue, Width.MEDIUM, null);
    }

    public Option list(String key, Object defaultValue) {
        return new Option(key, Type.LIST, defaultValue, Width.LONG, null);
    }

    public Option integer(String key, Object defaultValue) {
        return new Option(key, Type.INT, defaultValue, Width.SHORT, null);
    }

    public Option number(String key, Object defaultValue) {
        return new Option(key, Type.LONG, defaultValue, Width.SHORT, null);
    }

    /** A duration in milliseconds, one or more. */
    public Option duration(String key, Object defaultValue) {
        return number(key, defaultValue).check(Validators.positiveMilliseconds());
    }

    /** {@code true} or {@code false}. */
    public Option flag(String key, boolean defaultValue) {
        return new Option(key, Type.BOOLEAN, defaultValue, Width.SHORT, Validators.trueOrFalse());
    }

    /** An option being built; {@link #doc} completes it. Of medium importance by default. */
    public final class Option {

        private final String key;
        private final Type type;
        private final Object defaultValue;
        private final Width width;
        private Validator validator;
        private Importance importance = Importance.MEDIUM;
        private String displayName;

        private Option(String key, Type type, Object defaultValue, Width width, Validator validator) {
            this.key = key;
            this.type = type;
            this.defaultValue = defaultValue;
            this.width = width;
            this.validator = validator;
            this.displayName = key;
        }

        /** Which values are accepted; a validator that knows all choices also recommends them. */
        public Option check(Validator check) {
            this.validator = check;
            return this;
        }

        public Option high() {
            this.importance = Importance.HIGH;
            return this;
        }

        public Option low() {
            this.importance = Importance.LOW;
            return this;
        }

        public Option named(String shown) {
            this.displayName = shown;
            return this;
        }

        public OptionGroup doc(String documentation) {
            Recommender choices = validator instanceof Recommender recommender ? recommender : null;
            definition.define(
                    key,
                    type,
                    defaultValue,
                    validator,
                    importance,
                    documentation,
                    name,
                    ++order,
                    width,
                    displayName,
                    choices);
            return OptionGroup.this;
        }
    }
}
