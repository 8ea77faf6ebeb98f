package io.martech.connect.source.reader.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Reader;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Reads a whole list in every cycle and emits the rows that are new or have changed, and if wanted those that are deleted. */
public final class SnapshotReader implements Reader {

    private final ListFeed feed;
    private final ServerClock clock;
    private final ZoneOffset zone;
    private final ListChunks chunks;
    private boolean isReadInThisCycle;

    /** Deletes are not looked for. */
    public SnapshotReader(ListFeed feed, ServerClock clock, ZoneOffset zone) {
        this(feed, clock, zone, Deletes.off());
    }

    public SnapshotReader(ListFeed feed, ServerClock clock, ZoneOffset zone, Deletes deletes) {
        this.feed = feed;
        this.clock = clock;
        this.zone = zone;
        this.chunks = new ListChunks(feed::fingerprinted, feed::isStillThere, deletes);
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        if (isReadInThisCycle) {
            isReadInThisCycle = false;
            return Optional.empty();
        }
        long requestsBefore = feed.requests();
        List<JsonNode> rows = feed.rows();
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), zone).truncatedTo(ChronoUnit.SECONDS);
        Chunk chunk = chunks.of(null, cursor, rows, now, feed.requests() - requestsBefore);
        isReadInThisCycle = ListChunks.isWhole(chunk);
        return Optional.of(chunk);
    }

    /** A list tells what is there now, never what happened until then. */
    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return null;
    }
}
