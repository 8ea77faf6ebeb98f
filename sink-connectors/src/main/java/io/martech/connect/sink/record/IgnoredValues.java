package io.martech.connect.sink.record;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code identity.ignored.values}: ids that name nobody, as sloppy sources write them. Sending them would merge everyone who
 * has them into one person. Null, empty and blank always name nobody.
 */
public final class IgnoredValues {

    private final Set<String> values;

    public IgnoredValues(Collection<String> values) {
        this.values = values.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    public boolean namesNobody(String id) {
        return id == null || id.isBlank() || values.contains(id.strip());
    }
}
