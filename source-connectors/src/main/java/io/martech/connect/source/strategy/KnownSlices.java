package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SlicePositions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Where slices stand: as Connect has stored it, and later as they were told. Each is asked for once. */
final class KnownSlices {

    private final SlicePositions stored;
    private final Map<Slice, Position> positions = new HashMap<>();

    KnownSlices(SlicePositions stored) {
        this.stored = stored;
    }

    void load(Collection<Slice> slices) {
        List<Slice> unknown =
                slices.stream().filter(slice -> !positions.containsKey(slice)).toList();
        if (!unknown.isEmpty()) {
            positions.putAll(stored.of(unknown));
        }
    }

    Position of(Slice slice) {
        load(List.of(slice));
        return positions.get(slice);
    }

    void put(Slice slice, Position position) {
        positions.put(slice, position);
    }

    /** What will hardly be asked for again is read anew if it is. */
    void forget(Predicate<Slice> slices) {
        positions.keySet().removeIf(slices);
    }
}
