package io.martech.connect.source.reader.emitted;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prevents an older state of a row from following a newer one, in whichever order responses arrive. Holds the versions
 * last emitted by this task for the most recent keys; far more than are in flight at any time.
 */
public final class VersionGuard {

    private static final int REMEMBERED_KEYS = 50_000;

    private final Map<Long, RowVersion> emitted = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RowVersion> eldest) {
            return size() > REMEMBERED_KEYS;
        }
    };

    public boolean admits(long id, RowVersion version) {
        RowVersion last = emitted.get(id);
        return last == null || !version.isNoNewsAfter(last);
    }

    /** Whether a later state of the row was last emitted. */
    public boolean hasEmittedNewer(long id, RowVersion version) {
        RowVersion last = emitted.get(id);
        return last != null && last.hash() != version.hash() && version.isNoNewsAfter(last);
    }

    /** Whether the last emitted state of the row has that update time. */
    public boolean hasEmittedOfThatTime(long id, RowVersion version) {
        RowVersion last = emitted.get(id);
        return last != null
                && version.lastUpdated() != null
                && version.lastUpdated().equals(last.lastUpdated());
    }

    public void remember(Map<Long, RowVersion> versions) {
        emitted.putAll(versions);
    }
}
