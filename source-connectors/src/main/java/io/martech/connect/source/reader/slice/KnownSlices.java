package io.martech.connect.source.reader.slice;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.chunk.SliceCursors;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The cursors of slices, as stored by Connect, and later as last reported. Each is read once. */
public final class KnownSlices {

    private final SliceCursors stored;
    private final Map<Slice, Cursor> cursors = new HashMap<>();

    public KnownSlices(SliceCursors stored) {
        this.stored = stored;
    }

    public void load(Collection<Slice> slices) {
        List<Slice> unknown =
                slices.stream().filter(slice -> !cursors.containsKey(slice)).toList();
        if (!unknown.isEmpty()) {
            cursors.putAll(stored.of(unknown));
        }
    }

    public Cursor of(Slice slice) {
        load(List.of(slice));
        return cursors.get(slice);
    }

    public void put(Slice slice, Cursor cursor) {
        cursors.put(slice, cursor);
    }

    /** Drops cursors that will hardly be needed again; if needed, they are read anew. */
    public void forget(Predicate<Slice> slices) {
        cursors.keySet().removeIf(slices);
    }
}
