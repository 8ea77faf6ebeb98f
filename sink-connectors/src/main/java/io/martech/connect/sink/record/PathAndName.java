package io.martech.connect.sink.record;

import io.martech.connect.options.Validators;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/**
 * A pair {@code path:name} of a configured list: the path of a field, and the platform's name for it.
 *
 * @param name the part after the last colon
 */
public record PathAndName(FieldPath path, String name) {

    /** @throws IllegalArgumentException if the text is not such a pair */
    public static PathAndName parse(String pair) {
        int colon = pair.lastIndexOf(':');
        String path = colon < 0 ? "" : pair.substring(0, colon).strip();
        String name = pair.substring(colon + 1).strip();
        if (path.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("\"" + pair + "\" is no pair");
        }
        return new PathAndName(FieldPath.of(path), name);
    }

    /**
     * The validator of an option that holds a list of pairs, possibly empty, without duplicates.
     *
     * @param meaningOfName what the part after the colon is called
     */
    public static Validator validator(String meaningOfName) {
        String meaning = "pairs path:" + meaningOfName + " separated by commas, or empty";
        return Validators.of(meaning, (name, value) -> {
            Validators.anyList().ensureValid(name, value);
            Set<String> seen = new HashSet<>();
            for (Object pair : (List<?>) value) {
                PathAndName parsed = parse(name, (String) pair, meaningOfName);
                if (!seen.add(parsed.path() + ":" + parsed.name())) {
                    throw new ConfigException(name, value, "\"" + pair + "\" is listed twice");
                }
            }
        });
    }

    private static PathAndName parse(String option, String pair, String meaningOfName) {
        try {
            PathAndName parsed = parse(pair);
            if (FieldPath.isPath(parsed.path().toString())) {
                return parsed;
            }
        } catch (IllegalArgumentException noPair) {
            // Reported below.
        }
        throw new ConfigException(
                option, pair, "is no pair path:" + meaningOfName + "; write a path, a colon and a " + meaningOfName);
    }

    public static List<PathAndName> parseAll(List<String> pairs) {
        return pairs.stream().map(PathAndName::parse).toList();
    }

    /** A name that occurs in two of the pairs, if there is one. */
    public static Optional<String> sharedName(List<String> pairs) {
        Set<String> names = new HashSet<>();
        return pairs.stream()
                .map(pair -> parse(pair).name())
                .filter(name -> !names.add(name))
                .findFirst();
    }
}
