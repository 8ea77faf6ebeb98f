package io.martech.connect.source.reader.counted;

import io.martech.connect.schema.Progress.Pass;
import io.martech.connect.schema.Progress.Phase;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.reader.LateArrivals;
import io.martech.connect.source.reader.Watermark;
import java.time.LocalDateTime;
import java.util.List;

/** Creates the chunks of {@link CountVerifiedEventReader}, and keeps the statistics of late events. */
final class EventChunks {

    private LateArrivals late;
    private LocalDateTime readUpTo;

    /** @param cursor the resource's cursor */
    EventChunks(Cursor cursor) {
        this.late = LateArrivals.from(cursor);
        this.readUpTo = cursor.time(CountVerifiedEventReader.READ_UP_TO);
    }

    /** Records an event that happened before the last check of its subject and was not visible then. */
    void countLate(LocalDateTime time, LocalDateTime now) {
        late = late.with(Watermark.millisBetween(time, now));
    }

    /** Every event before this time was read at least once. */
    void readUpTo(LocalDateTime time) {
        readUpTo = time;
    }

    Cursor addTo(Cursor cursor) {
        return late.addTo(cursor).with(CountVerifiedEventReader.READ_UP_TO, readUpTo);
    }

    Chunk of(Slice slice, List<Row> rows, Cursor from, Cursor next) {
        return new Chunk(
                slice,
                rows,
                from,
                next,
                new ChunkStats(
                        readUpTo == null ? Phase.BACKFILL : Phase.LIST,
                        readUpTo == null ? Pass.BACKFILL : Pass.FIRST,
                        null,
                        null,
                        readUpTo,
                        null,
                        late.count(),
                        late.oldestMillisOrNull(),
                        List.of()));
    }

    /** A chunk that deletes the offset of the slice. */
    Chunk forgetting(Slice slice, Cursor from) {
        return of(slice, List.of(), from, Cursor.start());
    }
}
