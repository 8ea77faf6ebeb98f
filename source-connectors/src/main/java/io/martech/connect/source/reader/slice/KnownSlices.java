package io.martech.connect.source.reader.slice;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.chunk.SliceCursors;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Where slices stand: as Connect has stored it, and later as they were reported. Each is asked for once. */
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

    /** What will hardly be asked for again is read anew if it is. */
    public void forget(Predicate<Slice> slices) {
        cursors.keySet().removeIf(slices);
    }
}
