package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses what of a unit is news: versions not emitted yet and not older than what was. Nothing is remembered until
 * {@link #settle}, so that a unit that fails can be read again.
 */
final class Emission {

    private final ChangeFeed feed;
    private final EmittedMemory memory;
    private final VersionGuard guard;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Long, RowVersion> versions = new LinkedHashMap<>();
    private long highestId;

    Emission(ChangeFeed feed, EmittedMemory memory, VersionGuard guard) {
        this.feed = feed;
        this.memory = memory;
        this.guard = guard;
    }

    /** Takes the row if it is news, and says whether it was. */
    boolean offer(JsonNode content, RowVersion version, ReadMode mode) {
        long id = feed.idOf(content);
        highestId = Math.max(highestId, id);
        RowVersion before = versions.get(id);
        if (memory.contains(version)
                || (before != null && version.isNoNewsAfter(before))
                || !guard.admits(id, version)) {
            return false;
        }
        rows.add(new Row(content, mode));
        versions.put(id, version);
        return true;
    }

    List<Row> rows() {
        return rows;
    }

    long highestId() {
        return highestId;
    }

    /** The same where the position alone tells what has been read. */
    void settleWithoutMemory() {
        guard.remember(versions);
    }

    /** The unit is complete: from now on these versions are old. */
    void settle() {
        versions.values().forEach(memory::add);
        guard.remember(versions);
    }

    static boolean isBefore(RowVersion version, LocalDateTime time) {
        return version.lastUpdated() != null && version.lastUpdated().isBefore(time);
    }
}
