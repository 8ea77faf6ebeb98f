package io.martech.connect.schema;

import java.time.Instant;
import java.util.List;

/**
 * What a source says about its own reading, at the end of every chunk.
 *
 * @param platform such as {@code linkflow}
 * @param resource such as {@code orders}
 * @param phase null if nothing has been read since the task started
 * @param idsWithoutDetail ids that the platform named and then had no row for: deleted or merged
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
     * How far reading has come.
     *
     * @param completeUpTo every change before it is in the topic, read by both passes and confirmed by the broker; null until
     *     backfill has ended
     * @param readUpTo the end of the first pass; null before it has begun
     */
    public record Frontier(Instant completeUpTo, Instant readUpTo) {}

    /**
     * The chunk that this record closes.
     *
     * @param windowStart the first instant of its window; null if it was no window
     * @param windowEnd the first instant after its window; null if it was no window
     * @param rows how many rows of the platform it held
     * @param requests how many requests it took
     * @param certainty how it is known to be whole; null where that is no question
     * @param byId how far reading by id has come; null if it was not read by id
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
     * How far a backfill, a resync or a scan has come, each of which reads all ids.
     *
     * @param ranges how many ranges of ids are read side by side; 1 is one chain of pages, 0 the end
     * @param percent how much of the ids is done; null if it is not known where they end
     * @param completed whether this was the last of it
     */
    public record ById(int ranges, Integer percent, boolean completed) {}

    /**
     * Rows that became visible only after their window had been read.
     *
     * @param rows how many since the cursor began
     * @param oldestMs the greatest delay among them in milliseconds; null if there were none
     */
    public record Late(long rows, Long oldestMs) {

        public static final Late NONE = new Late(0, null);
    }

    /**
     * Whether a resource can be read now.
     *
     * @param failure why not, for a person; null if it can be read
     * @param failingSince since when not; null if it can be read
     * @param malformedRows how many of its rows could not become records since the task started
     */
    public record Health(String failure, Instant failingSince, long malformedRows) {

        public static final Health GOOD = new Health(null, null, 0);
    }

    /** What the source is doing with a resource. */
    public enum Phase {
        BACKFILL("backfill"),
        CALIBRATE("calibrate"),
        WINDOWS("windows"),
        /** It reads whole lists, and emits what differs. */
        LIST("list");

        private final String text;

        Phase(String text) {
            this.text = text;
        }

        /** As it stands in the topic. */
        public String text() {
            return text;
        }
    }

    /** Why a chunk was read. */
    public enum Pass {
        /** For the first time. */
        FIRST("first"),
        /** Again, for what became visible late. */
        TRAILING("trailing"),
        /** To check the time zone, or what a window can do. */
        PROBE("probe"),
        /** Through all ids, for one second that holds more than the platform pages through. */
        SCAN("scan"),
        /** As part of the history. */
        BACKFILL("backfill"),
        /** Everything again by id. */
        RESYNC("resync");

        private final String text;

        Pass(String text) {
            this.text = text;
        }

        /** As it stands in the topic. */
        public String text() {
            return text;
        }
    }

    /** How a chunk is known to be whole. The names stand in the topic. */
    public enum Certainty {
        /** One page, shorter than the longest that was ever seen. */
        SINGLE,
        /** Page 2 was empty before page 1 was read. */
        PROVEN,
        /** Read by a cursor over an immutable key. */
        CURSOR,
        /** Several pages of one second; the trailing pass compares. */
        UNPROVEN
    }
}
