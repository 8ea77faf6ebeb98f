package io.martech.connect.source.reader.snapshot;

import io.martech.connect.client.ServerClock;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.SliceCursors;
import io.martech.connect.source.reader.PlatformClock;
import io.martech.connect.source.reader.emitted.Buckets;
import io.martech.connect.source.reader.emitted.RowKeys;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads the full listing in every cycle and emits new and changed rows and, if enabled, deleted ones. */
public final class SnapshotReader implements Reader {

    /** The field that identifies a part of a long list's state in the source partition. */
    public static final String SLICE = Buckets.SLICE;

    private final ListFeed feed;
    private final PlatformClock clock;
    private final ListChunks chunks;
    private final Deque<Chunk> ready = new ArrayDeque<>();
    private boolean isReadInThisCycle;

    /** @param stored the stored cursors of these parts */
    public SnapshotReader(
            ListFeed feed, RowKeys keys, SliceCursors stored, ServerClock clock, ZoneOffset zone, Deletes deletes) {
        this.feed = feed;
        this.clock = new PlatformClock(clock, zone);
        this.chunks = new ListChunks(keys, feed::fingerprinted, feed::isStillThere, deletes, stored);
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        if (ready.isEmpty()) {
            if (isReadInThisCycle) {
                isReadInThisCycle = false;
                return Optional.empty();
            }
            read(cursor);
            isReadInThisCycle = true;
        }
        return Optional.of(ready.remove());
    }

    /** A list holds the current state, not the changes up to a time. */
    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return null;
    }

    private void read(Cursor cursor) {
        var answers = feed.answers();
        LocalDateTime now = clock.now();
        ChunkStats facts = ChunkStats.ofList(now);
        ready.addAll(chunks.ofWhole(null, cursor, cursor, answers, facts));
    }
}
