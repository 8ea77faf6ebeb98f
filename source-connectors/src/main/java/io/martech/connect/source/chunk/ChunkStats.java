package io.martech.connect.source.chunk;

import io.martech.connect.schema.Progress;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a progress record reports about a chunk. Times are in the platform's zone.
 *
 * @param windowStart the window's first second, or null if the chunk is not a window
 * @param windowEnd the first second after the window, or null
 * @param readUpTo every change before it was read at least once; null until the backfill has ended
 * @param requests the number of requests sent since the previous chunk
 * @param certainty how the chunk is known to be complete, or null if it read nothing
 * @param lateRows rows found late since the cursor was created
 * @param oldestLateMillis the greatest age of a row found late, or null if there was none
 * @param idsWithoutDetail ids that were listed but have no detail (deleted or merged since)
 * @param byId the progress of reading by id, or null if the chunk was not read by id
 */
public record ChunkStats(
        Progress.Phase phase,
        Progress.Pass pass,
        LocalDateTime windowStart,
        LocalDateTime windowEnd,
        LocalDateTime readUpTo,
        long requests,
        Progress.Certainty certainty,
        long lateRows,
        Long oldestLateMillis,
        List<Long> idsWithoutDetail,
        Progress.ById byId) {

    public ChunkStats {
        idsWithoutDetail = List.copyOf(idsWithoutDetail);
    }

    /** For a chunk that was not read by id; the poller adds the number of requests. */
    public ChunkStats(
            Progress.Phase phase,
            Progress.Pass pass,
            LocalDateTime windowStart,
            LocalDateTime windowEnd,
            LocalDateTime readUpTo,
            Progress.Certainty certainty,
            long lateRows,
            Long oldestLateMillis,
            List<Long> idsWithoutDetail) {
        this(
                phase,
                pass,
                windowStart,
                windowEnd,
                readUpTo,
                0,
                certainty,
                lateRows,
                oldestLateMillis,
                idsWithoutDetail,
                null);
    }

    /** Returns a copy for a chunk that was read by id. */
    public ChunkStats with(Progress.ById newById) {
        return new ChunkStats(
                phase,
                pass,
                windowStart,
                windowEnd,
                readUpTo,
                requests,
                certainty,
                lateRows,
                oldestLateMillis,
                idsWithoutDetail,
                newById);
    }

    /** Returns a copy with this number of requests. */
    public ChunkStats with(long newRequests) {
        return new ChunkStats(
                phase,
                pass,
                windowStart,
                windowEnd,
                readUpTo,
                newRequests,
                certainty,
                lateRows,
                oldestLateMillis,
                idsWithoutDetail,
                byId);
    }

    /** For a resource of which nothing has been read since the task started. */
    public static ChunkStats ofNothing() {
        return new ChunkStats(null, null, null, null, null, null, 0, null, List.of());
    }

    /** Returns a copy for a record that reports only the state of the resource: nothing was read for it. */
    public ChunkStats ofState() {
        return new ChunkStats(
                phase, pass, windowStart, windowEnd, readUpTo, certainty, lateRows, oldestLateMillis, List.of());
    }

    /** For a list, or one day's list, that was read at that time. */
    public static ChunkStats ofList(LocalDateTime readAt) {
        return new ChunkStats(Progress.Phase.LIST, Progress.Pass.FIRST, null, null, readAt, null, 0, null, List.of());
    }
}
