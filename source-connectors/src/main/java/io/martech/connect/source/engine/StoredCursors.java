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

/** What Connect has stored of one platform's resources. */
public final class StoredCursors {

    private final OffsetStorageReader offsets;
    private final String platform;

    public StoredCursors(OffsetStorageReader offsets, String platform) {
        this.offsets = offsets;
        this.platform = platform;
    }

    /** Where each of the resources stands, by its name. */
    public Map<String, Cursor> of(List<Resource> resources) {
        Map<String, Cursor> cursors = new HashMap<>();
        for (Resource resource : resources) {
            cursors.put(
                    resource.name(), Cursor.fromOffset(offsets.offset(SourcePartitions.of(platform, resource.name()))));
        }
        return cursors;
    }

    /** Where the slices of a resource stand. */
    public SliceCursors slicesOf(String resource, String scope) {
        return slices -> read(resource, slices, cursor -> Scope.bind(resource, scope, cursor));
    }

    /**
     * The same for slices that only say what is known: of those that were read with another scope, nothing is stored. The cursor
     * of the resource itself refuses another scope, and whoever resets it cannot name all slices.
     */
    public SliceCursors slicesOfThisScope(String resource, String scope) {
        return slices ->
                read(resource, slices, cursor -> (scope.equals(cursor.text(Scope.KEY)) ? cursor : Cursor.start())
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
