package io.martech.connect.source.reader.window;

import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.reader.Window;
import java.util.List;

/** The statistics of chunks for progress records while windows are read. */
public final class WindowStats {

    private WindowStats() {}

    /** @param window the window, or null if the chunk is not a window */
    public static ChunkStats of(
            WindowState state, Progress.Pass pass, Window window, Certainty certainty, List<Long> idsWithoutDetail) {
        boolean isBackfill = state.isBackfill();
        return new ChunkStats(
                isBackfill ? Progress.Phase.BACKFILL : Progress.Phase.WINDOWS,
                pass,
                window == null ? null : window.start(),
                window == null ? null : window.end(),
                isBackfill ? null : state.first().upTo(),
                certainty,
                state.late().count(),
                state.late().oldestMillisOrNull(),
                idsWithoutDetail);
    }
}
