package io.martech.connect.source.reader.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.ChunkStats;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Findings;
import io.martech.connect.source.engine.Reader;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SliceCursors;
import io.martech.connect.source.reader.IdOrder;
import io.martech.connect.source.reader.emitted.Fingerprints;
import io.martech.connect.source.reader.slice.SliceCycle;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.ListChunks;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lists by the ids of their rows, each list a slice with a cursor of its own: rows are not missed or repeated however
 * many come meanwhile, but those that change or go are not seen. For these a list may be read from its beginning now and then,
 * in a pass: what differs is emitted, and if wanted what is deleted.
 */
public final class KeysetReader implements Reader {

    private static final String LAST_ID = "last_id";

    private final KeysetFeed feed;
    private final ServerClock clock;
    private final ZoneOffset zone;
    private final Duration passInterval;
    private final Deletes deletes;
    private final ListChunks passes;
    private final SliceCycle cycle;
    private final Findings missing = new Findings();

    /**
     * @param passInterval after which a list is read from its beginning again; zero for never
     * @param deletes only passes find any
     */
    public KeysetReader(
            KeysetFeed feed,
            SliceCursors stored,
            ServerClock clock,
            ZoneOffset zone,
            Duration passInterval,
            Deletes deletes) {
        this.feed = feed;
        this.clock = clock;
        this.zone = zone;
        this.passInterval = passInterval;
        this.deletes = deletes;
        this.passes = new ListChunks(row -> row, key -> false, deletes);
        this.cycle = new SliceCycle(stored, feed::slices, this::read, this::now);
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        return cycle.next(cursor);
    }

    /** Ids tell what has come, never what happened until when. */
    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return null;
    }

    private Optional<Chunk> read(Slice slice, Cursor cursor) {
        try {
            Optional<Chunk> chunk = isPassDue(cursor) ? Optional.of(readAll(slice, cursor)) : readOn(slice, cursor);
            missing.isNews(slice.value(), null);
            return chunk;
        } catch (ListIsGoneException e) {
            if (missing.isNews(slice.value(), "not there")) {
                feed.tellThatItIsNotThere(slice, cursor.number(LAST_ID, 0) > 0);
            }
            return Optional.empty();
        }
    }

    private boolean isPassDue(Cursor cursor) {
        LocalDateTime readAt = cursor.time(ListChunks.READ_AT);
        return !passInterval.isZero()
                && (readAt == null || !readAt.plus(passInterval).isAfter(now()));
    }

    private Chunk readAll(Slice slice, Cursor cursor) {
        long requestsBefore = feed.requests();
        List<JsonNode> rows = new ArrayList<>();
        long lastId = 0;
        for (List<JsonNode> page = feed.page(slice, 0); !page.isEmpty(); page = feed.page(slice, lastId)) {
            lastId = lastOf(page, lastId);
            rows.addAll(page);
        }
        Chunk chunk = passes.of(slice, cursor, rows, now(), feed.requests() - requestsBefore);
        long highest = Math.max(lastId, cursor.number(LAST_ID, 0));
        return new Chunk(slice, chunk.rows(), cursor, chunk.next().with(LAST_ID, highest), chunk.facts());
    }

    private Optional<Chunk> readOn(Slice slice, Cursor cursor) {
        long requestsBefore = feed.requests();
        long lastId = cursor.number(LAST_ID, 0);
        List<JsonNode> page = feed.page(slice, lastId);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        ReadMode mode = lastId == 0 ? ReadMode.BACKFILL : ReadMode.LIST;
        Cursor next = cursor.with(LAST_ID, lastOf(page, lastId));
        if (!passInterval.isZero()) {
            // So that the next pass neither repeats them nor takes those who have left again for strangers.
            next = deletes.noting(page, Fingerprints.adding(page, next));
        }
        return Optional.of(new Chunk(
                slice,
                page.stream().map(row -> new Row(row, mode)).toList(),
                cursor,
                next,
                ChunkStats.ofList(now(), feed.requests() - requestsBefore)));
    }

    private long lastOf(List<JsonNode> page, long lastId) {
        return IdOrder.lastOf(feed::idOf, page, lastId, feed.name());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.now(), zone).truncatedTo(ChronoUnit.SECONDS);
    }
}
