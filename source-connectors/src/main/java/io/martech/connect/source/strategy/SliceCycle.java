package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SlicePositions;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reads slices one after the other, each until it has no more, and then tells that all of them were read. */
final class SliceCycle {

    private final KnownSlices known;
    private final Supplier<? extends Collection<Slice>> slices;
    private final BiFunction<Slice, Position, Optional<Unit>> reader;
    private final Supplier<LocalDateTime> now;

    /** What is still to be read in this cycle, or null between cycles. */
    private Deque<Slice> due;

    private boolean isCycleTold;

    /** A unit that was handed out; its position holds once the next one is asked for. */
    private Unit handedOut;

    /**
     * @param slices is asked at the beginning of each cycle
     * @param reader reads on from a slice's position; empty if there is no more for now
     * @param now by the platform's clock
     */
    SliceCycle(
            SlicePositions stored,
            Supplier<? extends Collection<Slice>> slices,
            BiFunction<Slice, Position, Optional<Unit>> reader,
            Supplier<LocalDateTime> now) {
        this.known = new KnownSlices(stored);
        this.slices = slices;
        this.reader = reader;
        this.now = now;
    }

    /** The next unit, empty once between cycles. @param position the resource's own */
    Optional<Unit> next(Position position) {
        if (handedOut != null) {
            known.put(handedOut.slice(), handedOut.next());
            handedOut = null;
        }
        if (due == null) {
            due = new ArrayDeque<>(slices.get());
            known.load(due);
            isCycleTold = false;
        }
        while (!due.isEmpty()) {
            Slice slice = due.peek();
            Optional<Unit> unit = reader.apply(slice, known.of(slice));
            if (unit.isPresent()) {
                handedOut = unit.get();
                return unit;
            }
            due.remove();
        }
        if (isCycleTold) {
            due = null;
            return Optional.empty();
        }
        isCycleTold = true;
        return Optional.of(new Unit(
                List.of(), position, position.with(ListUnits.READ_AT, now.get()), UnitFacts.ofList(now.get(), 0)));
    }
}
