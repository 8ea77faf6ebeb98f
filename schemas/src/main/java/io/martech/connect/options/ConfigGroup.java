package io.martech.connect.options;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Adds keys to a {@link ConfigDef} under one group, in the order in which they are written down. */
public final class ConfigGroup {

    private final ConfigDef definition;
    private final String name;
    private int order;

    public ConfigGroup(ConfigDef definition, String name) {
        this.definition = definition;
        this.name = name;
    }

    /** A key with any value of its type. */
    public ConfigGroup key(
            String key,
            Type type,
            Object defaultValue,
            Importance importance,
            String displayName,
            String documentation) {
        return key(key, type, defaultValue, null, importance, displayName, documentation);
    }

    /** A key whose values are checked; a validator that knows its choices is shown as a recommendation too. */
    public ConfigGroup key(
            String key,
            Type type,
            Object defaultValue,
            Validator validator,
            Importance importance,
            String displayName,
            String documentation) {
        definition.define(
                key,
                type,
                defaultValue,
                validator,
                importance,
                documentation,
                name,
                ++order,
                width(type),
                displayName,
                validator instanceof Recommender recommender ? recommender : null);
        return this;
    }

    private static Width width(Type type) {
        return switch (type) {
            case BOOLEAN, INT, LONG, SHORT, DOUBLE -> Width.SHORT;
            case PASSWORD, CLASS -> Width.MEDIUM;
            default -> Width.LONG;
        };
    }
}
