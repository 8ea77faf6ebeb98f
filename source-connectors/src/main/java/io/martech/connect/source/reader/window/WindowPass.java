package io.martech.connect.source.reader.window;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.Row.ReadMode;

/** The two passes over the windows. */
enum WindowPass {
    /** Reads each second once it has settled. */
    FIRST(Progress.Pass.FIRST, ReadMode.WINDOW),
    /** Reads it again at the age of {@code lookback.ms}. */
    TRAILING(Progress.Pass.TRAILING, ReadMode.LOOK_BACK);

    private final Progress.Pass reported;
    private final ReadMode readMode;

    WindowPass(Progress.Pass reported, ReadMode readMode) {
        this.reported = reported;
        this.readMode = readMode;
    }

    /** Its name in the progress record. */
    Progress.Pass reported() {
        return reported;
    }

    /** The read mode in the header of its rows. */
    ReadMode readMode() {
        return readMode;
    }
}
