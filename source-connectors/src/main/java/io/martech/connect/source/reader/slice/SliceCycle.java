package io.martech.connect.source.reader.slice;

import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.ChunkStats;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SliceCursors;
import io.martech.connect.source.reader.snapshot.ListChunks;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reads slices one after the other, each until it has no more, and then tells that all of them were read. */
public final class SliceCycle {

    private final KnownSlices known;
    private final Supplier<? extends Collection<Slice>> slices;
    private final BiFunction<Slice, Cursor, Optional<Chunk>> reader;
    private final Supplier<LocalDateTime> now;

    /** What is still to be read in this cycle, or null between cycles. */
    private Deque<Slice> due;

    private boolean isCycleTold;

    /** A chunk that was handed out; its cursor holds once the next one is asked for. */
    private Chunk handedOut;

    /**
     * @param slices is asked at the beginning of each cycle
     * @param reader reads on from a slice's cursor; empty if there is no more for now
     * @param now by the platform's clock
     */
    public SliceCycle(
            SliceCursors stored,
            Supplier<? extends Collection<Slice>> slices,
            BiFunction<Slice, Cursor, Optional<Chunk>> reader,
            Supplier<LocalDateTime> now) {
        this.known = new KnownSlices(stored);
        this.slices = slices;
        this.reader = reader;
        this.now = now;
    }

    /** The next chunk, empty once between cycles. @param cursor the resource's own */
    public Optional<Chunk> next(Cursor cursor) {
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
            Optional<Chunk> chunk = reader.apply(slice, known.of(slice));
            if (chunk.isPresent()) {
                handedOut = chunk.get();
                return chunk;
            }
            due.remove();
        }
        if (isCycleTold) {
            due = null;
            return Optional.empty();
        }
        isCycleTold = true;
        return Optional.of(new Chunk(
                List.of(), cursor, cursor.with(ListChunks.READ_AT, now.get()), ChunkStats.ofList(now.get(), 0)));
    }
}
