package io.martech.connect.source.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return slices -> read(resource, scope, slices);
    }

    private Map<Slice, Position> read(String resource, String scope, Collection<Slice> slices) {
        Map<Slice, Map<String, String>> partitions = new HashMap<>();
        slices.forEach(slice -> partitions.put(slice, SourcePartitions.of(platform, resource, slice)));
        Map<Map<String, String>, Map<String, Object>> stored = offsets.offsets(partitions.values());
        Map<Slice, Position> positions = new HashMap<>();
        partitions.forEach((slice, partition) ->
                positions.put(slice, Scope.bind(resource, scope, Position.fromOffset(stored.get(partition)))));
        return positions;
    }
}
