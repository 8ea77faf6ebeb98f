package io.martech.connect.options.validator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A list of one or more words out of a few, none of them twice; tools are offered the words. */
public final class ListSubset implements Validator, Offered {

    private final List<String> choices;
    private final boolean mayBeEmpty;

    public ListSubset(List<String> choices) {
        this(choices, false);
    }

    private ListSubset(List<String> choices, boolean mayBeEmpty) {
        this.choices = List.copyOf(choices);
        this.mayBeEmpty = mayBeEmpty;
    }

    /** The same, but none of them will do too. */
    public static ListSubset orNone(List<String> choices) {
        return new ListSubset(choices, true);
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof List<?> chosen) || (chosen.isEmpty() && !mayBeEmpty)) {
            throw new ConfigException(name, value, "is empty; " + expectation());
        }
        Set<Object> seen = new HashSet<>();
        for (Object word : chosen) {
            if (!choices.contains(word)) {
                throw new ConfigException(name, value, "\"" + word + "\" is not known; " + expectation());
            }
            if (!seen.add(word)) {
                throw new ConfigException(name, value, "\"" + word + "\" is listed twice");
            }
        }
    }

    private String expectation() {
        return "name one or more of " + String.join(", ", choices) + ", separated by commas";
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return List.copyOf(choices);
    }

    @Override
    public String toString() {
        return (mayBeEmpty ? "none or more of " : "one or more of ") + String.join(", ", choices);
    }
}
