package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.chunk.SliceCursors;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** The offsets that Connect has stored for one platform's resources. */
public final class StoredCursors {

    private final OffsetStorageReader offsets;
    private final String platform;

    public StoredCursors(OffsetStorageReader offsets, String platform) {
        this.offsets = offsets;
        this.platform = platform;
    }

    /** The cursor of each resource, by name. */
    public Map<String, Cursor> of(List<Resource> resources) {
        Map<String, Cursor> cursors = new HashMap<>();
        for (Resource resource : resources) {
            cursors.put(
                    resource.name(), Cursor.fromOffset(offsets.offset(SourcePartitions.of(platform, resource.name()))));
        }
        return cursors;
    }

    /** The cursors of a resource's slices. */
    public SliceCursors slicesOf(String resource, String scope) {
        return slices -> read(resource, slices, cursor -> Scope.bind(resource, scope, cursor));
    }

    /**
     * Like {@link #slicesOf}, for slices that only hold what has been emitted: those of another scope are treated as
     * absent. The cursor of the resource itself rejects another scope, and a user who resets it cannot name all slices.
     */
    public SliceCursors slicesOfThisScope(String resource, String scope) {
        return slices ->
                read(resource, slices, cursor -> (Scope.isOf(scope, cursor.text(Scope.KEY)) ? cursor : Cursor.start())
                        .with(Scope.KEY, scope));
    }

    private Map<Slice, Cursor> read(String resource, Collection<Slice> slices, UnaryOperator<Cursor> bound) {
        Map<Slice, Map<String, String>> partitions = new HashMap<>();
        slices.forEach(slice -> partitions.put(slice, SourcePartitions.of(platform, resource, slice)));
        Map<Map<String, String>, Map<String, Object>> stored = offsets.offsets(partitions.values());
        Map<Slice, Cursor> cursors = new HashMap<>();
        partitions.forEach(
                (slice, partition) -> cursors.put(slice, bound.apply(Cursor.fromOffset(stored.get(partition)))));
        return cursors;
    }
}
