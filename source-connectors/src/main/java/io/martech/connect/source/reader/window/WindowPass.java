package io.martech.connect.source.reader.window;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.Row.ReadMode;

/** The two passes over the windows. */
enum WindowPass {
    /** Reads each second once it has settled. */
    FIRST(Progress.Pass.FIRST, ReadMode.WINDOW),
    /** Reads it again when it is {@code lookback.ms} old. */
    TRAILING(Progress.Pass.TRAILING, ReadMode.LOOK_BACK);

    private final Progress.Pass reported;
    private final ReadMode readMode;

    WindowPass(Progress.Pass reported, ReadMode readMode) {
        this.reported = reported;
        this.readMode = readMode;
    }

    /** What the progress record calls it. */
    Progress.Pass reported() {
        return reported;
    }

    /** What the header of its rows says. */
    ReadMode readMode() {
        return readMode;
    }
}
