package io.martech.connect.source.reader.slice;

import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.chunk.SliceCursors;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reads slices one after the other, each until it has no more rows, and then reports that all of them were read. */
public final class SliceCycle {

    /** When all slices were last read. */
    private static final String READ_AT = "read_at";

    private final KnownSlices known;
    private final Supplier<? extends Collection<Slice>> slices;
    private final BiFunction<Slice, Cursor, List<Chunk>> reader;
    private final Supplier<LocalDateTime> now;

    /** What is still to be read in this cycle, or null between cycles. */
    private Deque<Slice> due;

    private boolean isCycleTold;

    /** Chunks of the first slice that are still to be returned. */
    private final Deque<Chunk> ready = new ArrayDeque<>();

    /**
     * @param slices returns the slices at the beginning of each cycle
     * @param reader continues reading from a slice's cursor; empty if there is no more for now
     * @param now the platform's time
     */
    public SliceCycle(
            SliceCursors stored,
            Supplier<? extends Collection<Slice>> slices,
            BiFunction<Slice, Cursor, List<Chunk>> reader,
            Supplier<LocalDateTime> now) {
        this.known = new KnownSlices(stored);
        this.slices = slices;
        this.reader = reader;
        this.now = now;
    }

    /**
     * The next chunk; empty once between cycles.
     *
     * @param cursor the resource's own cursor
     */
    public Optional<Chunk> next(Cursor cursor) {
        if (!ready.isEmpty()) {
            return Optional.of(ready.remove());
        }
        if (due == null) {
            due = new ArrayDeque<>(slices.get());
            known.load(due);
            isCycleTold = false;
        }
        while (!due.isEmpty()) {
            Slice slice = due.peek();
            List<Chunk> chunks = reader.apply(slice, known.of(slice));
            if (!chunks.isEmpty()) {
                chunks.stream()
                        .filter(chunk -> slice.equals(chunk.slice()))
                        .forEach(chunk -> known.put(slice, chunk.next()));
                ready.addAll(chunks);
                return Optional.of(ready.remove());
            }
            due.remove();
        }
        if (isCycleTold) {
            due = null;
            return Optional.empty();
        }
        isCycleTold = true;
        return Optional.of(new Chunk(List.of(), cursor, cursor.with(READ_AT, now.get()), ChunkStats.ofList(now.get())));
    }
}
