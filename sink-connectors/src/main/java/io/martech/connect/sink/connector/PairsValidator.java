package io.martech.connect.sink.connector;

import io.martech.connect.sink.record.PathAndName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** A list, perhaps empty, of pairs {@code path:name}; none stands there twice. */
public final class PairsValidator implements Validator {

    private final String meaningOfName;

    /** @param meaningOfName what the part behind the colon is called */
    public PairsValidator(String meaningOfName) {
        this.meaningOfName = meaningOfName;
    }

    @Override
    public void ensureValid(String name, Object value) {
        new ListOrNothing().ensureValid(name, value);
        Set<String> seen = new HashSet<>();
        for (Object pair : (List<?>) value) {
            PathAndName parsed = parse(name, (String) pair);
            if (!seen.add(parsed.path() + ":" + parsed.name())) {
                throw new ConfigException(name, value, "\"" + pair + "\" is listed twice");
            }
        }
    }

    private PathAndName parse(String name, String pair) {
        try {
            PathAndName parsed = PathAndName.parse(pair);
            if (PathValidator.isPath(parsed.path().toString())) {
                return parsed;
            }
        } catch (IllegalArgumentException noPair) {
            // Said below.
        }
        throw new ConfigException(
                name, pair, "is no pair path:" + meaningOfName + "; write a path, a colon and a " + meaningOfName);
    }

    @Override
    public String toString() {
        return "pairs path:" + meaningOfName + " separated by commas, or empty";
    }
}
