package io.martech.connect.sink.record;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code identity.ignored.values}: placeholder ids in sources of low quality. Sending them would merge all contacts that
 * have them into one. Null, empty and blank ids are always ignored.
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
