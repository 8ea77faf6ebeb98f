package io.martech.connect.source.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** What Connect has stored of one platform's resources. */
public final class StoredPositions {

    private final OffsetStorageReader offsets;
    private final String platform;

    public StoredPositions(OffsetStorageReader offsets, String platform) {
        this.offsets = offsets;
        this.platform = platform;
    }

    /** Where each of the resources stands, by its name. */
    public Map<String, Position> of(List<Resource> resources) {
        Map<String, Position> positions = new HashMap<>();
        for (Resource resource : resources) {
            positions.put(
                    resource.name(),
                    Position.fromOffset(offsets.offset(SourcePartitions.of(platform, resource.name()))));
        }
        return positions;
    }

    /** Where the slices of a resource stand. */
    public SlicePositions slicesOf(String resource, String scope) {
        return slices -> read(resource, slices, position -> Scope.bind(resource, scope, position));
    }

    /**
     * The same for slices that only say what is known: of those that were read with another scope, nothing is stored. The position
     * of the resource itself refuses another scope, and whoever resets it cannot name all slices.
     */
    public SlicePositions slicesOfThisScope(String resource, String scope) {
        return slices -> read(
                resource, slices, position -> (scope.equals(position.text(Scope.KEY)) ? position : Position.start())
                        .with(Scope.KEY, scope));
    }

    private Map<Slice, Position> read(String resource, Collection<Slice> slices, UnaryOperator<Position> bound) {
        Map<Slice, Map<String, String>> partitions = new HashMap<>();
        slices.forEach(slice -> partitions.put(slice, SourcePartitions.of(platform, resource, slice)));
        Map<Map<String, String>, Map<String, Object>> stored = offsets.offsets(partitions.values());
        Map<Slice, Position> positions = new HashMap<>();
        partitions.forEach(
                (slice, partition) -> positions.put(slice, bound.apply(Position.fromOffset(stored.get(partition)))));
        return positions;
    }
}
