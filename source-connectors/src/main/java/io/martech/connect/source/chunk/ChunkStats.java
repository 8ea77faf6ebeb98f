package io.martech.connect.source.chunk;

import io.martech.connect.schema.Progress;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a progress record says of a chunk. Times are in the platform's zone.
 *
 * @param windowStart the window's first second, or null if the chunk is no window
 * @param windowEnd the first second after the window, or null
 * @param readUpTo every change before it was looked for once; null until backfill has ended
 * @param requests how many requests were sent since the chunk before it
 * @param certainty how sure it is that nothing is missing, or null if the chunk read nothing
 * @param lateRows rows found late since the beginning
 * @param oldestLateMillis the greatest age of a row found late, or null if there was none
 * @param idsWithoutDetail ids that were listed but have no detail (deleted or merged meanwhile)
 * @param byId how far reading by id has come, or null if the chunk was not read so
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

    /** Of a chunk that was not read by id; the poller adds how many requests it took. */
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

    /** The same of a chunk that was read by id. */
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

    /** The same, having taken so many requests. */
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

    /** Of a resource of which nothing has been read since the task started. */
    public static ChunkStats ofNothing() {
        return new ChunkStats(null, null, null, null, null, null, 0, null, List.of());
    }

    /** The same of a record that says only how the resource is: nothing was read for it. */
    public ChunkStats ofState() {
        return new ChunkStats(
                phase, pass, windowStart, windowEnd, readUpTo, certainty, lateRows, oldestLateMillis, List.of());
    }

    /** Of a list, or of one day's list, that was read at that time. */
    public static ChunkStats ofList(LocalDateTime readAt) {
        return new ChunkStats(Progress.Phase.LIST, Progress.Pass.FIRST, null, null, readAt, null, 0, null, List.of());
    }
}
