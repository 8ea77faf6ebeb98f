package io.martech.connect.source.reader.window;

import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.Window;
import java.time.LocalDateTime;

/**
 * Windows regarded as complete because their page was shorter than the longest one ever returned. That depends on a
 * page size that does not shrink, which is proven at intervals; until then, they may have to be read again.
 *
 * @param since the end of the last window for which it was proven
 * @param windows the number of windows
 * @param largest the maximum number of rows in one of them
 */
record Unproven(LocalDateTime since, long windows, long largest) {

    private static final int MOST_WINDOWS = 20;

    static Unproven since(LocalDateTime time) {
        return new Unproven(time, 0, 0);
    }

    static Unproven from(Cursor cursor, String prefix, LocalDateTime upTo) {
        LocalDateTime since = cursor.time(prefix + "_proven_up_to");
        return since == null || since.isAfter(upTo)
                ? since(upTo)
                : new Unproven(
                        since,
                        cursor.number(prefix + "_windows_since_proof", 0),
                        cursor.number(prefix + "_largest_since_proof", 0));
    }

    Cursor addTo(Cursor cursor, String prefix) {
        return cursor.with(prefix + "_proven_up_to", since)
                .with(prefix + "_windows_since_proof", windows)
                .with(prefix + "_largest_since_proof", largest);
    }

    boolean mustBeProvenNow() {
        return windows >= MOST_WINDOWS;
    }

    /**
     * A proven page had at least as many rows as any page regarded as short, so it proves those too. An empty window
     * needs no proof.
     */
    Unproven after(Window window, int rows, Certainty certainty) {
        boolean isShortPage = certainty == Certainty.SINGLE && rows > 0;
        boolean provesAll = certainty == Certainty.PROVEN && rows >= largest;
        if (provesAll || (windows == 0 && !isShortPage && certainty != Certainty.UNPROVEN)) {
            return since(window.end());
        }
        return isShortPage ? new Unproven(since, windows + 1, Math.max(largest, rows)) : this;
    }
}
