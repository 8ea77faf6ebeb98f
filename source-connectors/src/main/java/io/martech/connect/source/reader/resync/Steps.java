package io.martech.connect.source.reader.resync;

import io.martech.connect.source.engine.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers of the chunks that have changed what is known, and which of them never were: without exactly-once, what a chunk stores
 * beside its own cursor may be there after a crash, and the chunk not. Its number is not used again.
 *
 * @param last the last chunk
 * @param lost those that were lost, the oldest first; what they left behind is overwritten soon, so a few are enough
 */
public record Steps(long last, List<Range> lost) {

    public static final String LAST = "rescan_step";
    public static final String LOST = "rescan_lost_steps";

    private static final int MOST_RANGES = 50;

    /** From a number to another, both included. */
    record Range(long from, long to) {

        private static Range parse(String text) {
            String[] ends = text.split("-");
            return new Range(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
        }
    }

    /** @throws RuntimeException if the cursor does not hold what {@link #addTo} wrote */
    public static Steps from(Cursor cursor) {
        List<Range> lost = new ArrayList<>();
        String text = cursor.text(LOST);
        if (text != null) {
            for (String range : text.split(",")) {
                lost.add(Range.parse(range));
            }
        }
        return new Steps(cursor.number(LAST, 0), lost);
    }

    Cursor addTo(Cursor cursor) {
        String text = lost.stream().map(range -> range.from + "-" + range.to).collect(Collectors.joining(","));
        return cursor.with(LAST, last).with(LOST, text.isEmpty() ? null : text);
    }

    boolean isLost(long step) {
        return step > last || lost.stream().anyMatch(range -> range.from <= step && step <= range.to);
    }

    /** Goes on behind everything that chunks have left, also those that were lost. */
    Steps beyond(long highest) {
        if (highest <= last) {
            return this;
        }
        List<Range> more = new ArrayList<>(lost);
        more.add(new Range(last + 1, highest));
        return new Steps(highest, more.subList(Math.max(0, more.size() - MOST_RANGES), more.size()));
    }

    Steps next() {
        return new Steps(last + 1, lost);
    }
}
