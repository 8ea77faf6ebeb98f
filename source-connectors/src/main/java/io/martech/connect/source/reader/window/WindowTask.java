package io.martech.connect.source.reader.window;

import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.Window;
import java.time.LocalDateTime;

/**
 * One step of one pass.
 *
 * @param limit the latest end of the window
 * @param isForBothPasses whether the window is so old that the trailing pass need not read it again
 */
record WindowTask(Cursor cursor, WindowState state, WindowPass pass, LocalDateTime limit, boolean isForBothPasses) {

    PassState passState() {
        return pass == WindowPass.TRAILING ? state.trailing() : state.first();
    }

    boolean isFirstPass() {
        return pass == WindowPass.FIRST;
    }

    /** Whether the trailing pass will read it again, so that the emitted versions must be stored until then. */
    boolean isReadAgainLater() {
        return isFirstPass() && !isForBothPasses;
    }

    /** The whole state after the window was read. The trailing pass counts rows on several pages again. */
    WindowState after(Window window, int rows, Certainty certainty, PageSize pageSize) {
        PassState after = passState().afterWindow(window, rows, certainty);
        boolean countsForBoth = isForBothPasses && certainty != Certainty.UNPROVEN;
        return with(after, countsForBoth ? after : null).withPageSize(pageSize);
    }

    /** The same step after a proof of everything before. */
    WindowTask afterProof() {
        PassState proven = passState().proven();
        boolean countsForBoth = isForBothPasses && state.trailing().upTo().equals(proven.upTo());
        return new WindowTask(cursor, with(proven, countsForBoth ? proven : null), pass, limit, isForBothPasses);
    }

    private WindowState with(PassState after, PassState otherOrNull) {
        if (pass == WindowPass.TRAILING) {
            return state.with(state.first(), after, state.pageSize());
        }
        return state.with(after, otherOrNull == null ? state.trailing() : otherOrNull, state.pageSize());
    }
}
