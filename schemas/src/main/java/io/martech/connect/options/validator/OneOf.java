package io.martech.connect.options.validator;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A text that is one of a few words, written exactly so; tools are offered the words. */
public final class OneOf implements Validator, Offered {

    private final List<String> choices;

    public OneOf(String... choices) {
        this.choices = List.of(choices);
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String text) || !choices.contains(text)) {
            throw new ConfigException(name, value, "must be one of " + String.join(", ", choices));
        }
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return List.copyOf(choices);
    }

    @Override
    public String toString() {
        return "one of " + String.join(", ", choices);
    }
}
