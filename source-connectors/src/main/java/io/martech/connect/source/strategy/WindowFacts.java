package io.martech.connect.source.strategy;

import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.engine.UnitFacts;
import java.util.List;

/** What the progress record says of a unit read while windows are read. */
final class WindowFacts {

    private WindowFacts() {}

    /**
     * @param window the window, or null if the unit is none
     */
    static UnitFacts of(
            WindowState state,
            Progress.Pass pass,
            Window window,
            Certainty certainty,
            long requests,
            List<Long> idsWithoutDetail) {
        boolean isBackfill = state.isBackfill();
        return new UnitFacts(
                isBackfill ? Progress.Phase.BACKFILL : Progress.Phase.WINDOWS,
                pass,
                window == null ? null : window.start(),
                window == null ? null : window.end(),
                isBackfill ? null : state.first().upTo(),
                requests,
                certainty,
                state.late().count(),
                state.late().oldestMillisOrNull(),
                idsWithoutDetail);
    }
}
