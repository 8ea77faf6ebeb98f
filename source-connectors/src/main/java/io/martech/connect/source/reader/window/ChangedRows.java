package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.emitted.EmittedMemory;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Selects the new versions of a chunk: not yet emitted and not older than what was. Nothing is stored until
 * {@link #settle}, so that a chunk that fails can be read again.
 */
public final class ChangedRows {

    private final ChangeFeed feed;
    private final EmittedMemory memory;
    private final VersionGuard guard;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Long, RowVersion> versions = new LinkedHashMap<>();
    private long highestId;

    public ChangedRows(ChangeFeed feed, EmittedMemory memory, VersionGuard guard) {
        this.feed = feed;
        this.memory = memory;
        this.guard = guard;
    }

    /** Adds the row if its version is new, and returns whether it was. */
    public boolean offer(JsonNode content, RowVersion version, ReadMode mode) {
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

    public List<Row> rows() {
        return rows;
    }

    public long highestId() {
        return highestId;
    }

    /** Like {@link #settle}, where the cursor alone determines what has been read. */
    public void settleWithoutMemory() {
        guard.remember(versions);
    }

    /** The chunk is complete: from now on these versions are not new. */
    public void settle() {
        versions.values().forEach(memory::add);
        guard.remember(versions);
    }

    public static boolean isBefore(RowVersion version, LocalDateTime time) {
        return version.lastUpdated() != null && version.lastUpdated().isBefore(time);
    }
}
