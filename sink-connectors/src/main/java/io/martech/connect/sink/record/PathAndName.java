package io.martech.connect.sink.record;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pair {@code path:name} of a configured list: where something is, and what the platform calls it.
 *
 * @param name the part behind the last colon
 */
public record PathAndName(FieldPath path, String name) {

    /** @throws IllegalArgumentException if it is no such pair */
    public static PathAndName parse(String pair) {
        int colon = pair.lastIndexOf(':');
        String path = colon < 0 ? "" : pair.substring(0, colon).strip();
        String name = pair.substring(colon + 1).strip();
        if (path.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("\"" + pair + "\" is no pair");
        }
        return new PathAndName(FieldPath.of(path), name);
    }

    public static List<PathAndName> parseAll(List<String> pairs) {
        return pairs.stream().map(PathAndName::parse).toList();
    }

    /** A name that two of the pairs have, if there is one. */
    public static Optional<String> sharedName(List<String> pairs) {
        Set<String> names = new HashSet<>();
        return pairs.stream()
                .map(pair -> parse(pair).name())
                .filter(name -> !names.add(name))
                .findFirst();
    }
}
