package io.martech.connect.schema;

import java.time.Instant;
import java.util.List;

/**
 * What a source reports about its own progress, at the end of every chunk.
 *
 * @param platform such as {@code linkflow}
 * @param resource such as {@code orders}
 * @param phase null if nothing has been read since the task started
 * @param idsWithoutDetail ids that the platform listed but returned no row for: deleted or merged
 */
public record Progress(
        String platform,
        String resource,
        Phase phase,
        Frontier frontier,
        Chunk chunk,
        Late late,
        Health health,
        List<String> idsWithoutDetail) {

    public Progress {
        idsWithoutDetail = List.copyOf(idsWithoutDetail);
    }

    /**
     * How far reading has progressed.
     *
     * @param completeUpTo every change before this instant is in the topic, read by both passes and acknowledged by the
     *     broker; null until the backfill has ended
     * @param readUpTo the end of the first pass; null before it has begun
     */
    public record Frontier(Instant completeUpTo, Instant readUpTo) {}

    /**
     * The chunk that this record completes.
     *
     * @param windowStart the first instant of its window; null if it was not a window
     * @param windowEnd the first instant after its window; null if it was not a window
     * @param rows the number of rows that the platform returned
     * @param requests the number of requests that it took
     * @param certainty how it is known to be complete; null where that cannot be in doubt
     * @param byId the progress of reading by id; null if it was not read by id
     */
    public record Chunk(
            Pass pass,
            Instant windowStart,
            Instant windowEnd,
            int rows,
            int requests,
            Certainty certainty,
            ById byId) {}

    /**
     * The progress of a backfill, a resync or a scan, each of which reads all ids.
     *
     * @param ranges how many ranges of ids are read in parallel; 1 for a single chain of pages, 0 at the end
     * @param percent how much of the ids is done; null if the last id is unknown
     * @param completed whether this was the last chunk
     */
    public record ById(int ranges, Integer percent, boolean completed) {}

    /**
     * Rows that became visible only after their window had been read.
     *
     * @param rows the number of such rows since the cursor was created
     * @param oldestMs the greatest delay among them in milliseconds; null if there were none
     */
    public record Late(long rows, Long oldestMs) {

        public static final Late NONE = new Late(0, null);
    }

    /**
     * Whether a resource can be read now.
     *
     * @param failure why it cannot be read, for the user; null if it can be read
     * @param failingSince when the failure began; null if the resource can be read
     * @param malformedRows the number of its rows that could not be converted to records since the task started
     */
    public record Health(String failure, Instant failingSince, long malformedRows) {

        public static final Health GOOD = new Health(null, null, 0);
    }

    /** What the source is doing with a resource. */
    public enum Phase {
        BACKFILL("backfill"),
        CALIBRATE("calibrate"),
        WINDOWS("windows"),
        /** Reads full listings, and emits new, changed and removed rows. */
        LIST("list");

        private final String text;

        Phase(String text) {
            this.text = text;
        }

        /** The text in the topic. */
        public String text() {
            return text;
        }
    }

    /** Why a chunk was read. */
    public enum Pass {
        /** For the first time. */
        FIRST("first"),
        /** Re-read for rows that became visible late. */
        TRAILING("trailing"),
        /** To verify the time zone, or the behaviour of a window. */
        PROBE("probe"),
        /** A scan of all ids, for one second that holds more rows than paging can return. */
        SCAN("scan"),
        /** As part of the history. */
        BACKFILL("backfill"),
        /** A re-read of everything by id. */
        RESYNC("resync");

        private final String text;

        Pass(String text) {
            this.text = text;
        }

        /** The text in the topic. */
        public String text() {
            return text;
        }
    }

    /** How a chunk is known to be complete. The names appear in the topic. */
    public enum Certainty {
        /** One page, shorter than the longest one ever returned. */
        SINGLE,
        /** Page 2 was empty before page 1 was read. */
        PROVEN,
        /** Read by a cursor over an immutable key. */
        CURSOR,
        /** Several pages of one second; the trailing pass compares them. */
        UNPROVEN
    }
}
