package io.martech.connect.source.reader.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.chunk.SliceCursors;
import io.martech.connect.source.engine.Findings;
import io.martech.connect.source.reader.IdOrder;
import io.martech.connect.source.reader.PlatformClock;
import io.martech.connect.source.reader.emitted.RowKeys;
import io.martech.connect.source.reader.slice.SliceCycle;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.ListChunks;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lists by the ids of their rows, each list a slice with a cursor of its own: rows added meanwhile neither hide nor
 * repeat others, but changed or deleted rows are not seen. For these a list can be read from its beginning at an
 * interval, in a pass, which emits differences and, if enabled, deletes.
 */
public final class KeysetReader implements Reader {

    private static final String LAST_ID = "last_id";
    /** Rows of one chunk of a list that has passes: each chunk rewrites the emitted state of the list. */
    private static final int MOST_ROWS = 5_000;

    private final KeysetFeed feed;
    private final PlatformClock clock;
    private final Duration passInterval;
    private final ListChunks chunks;
    private final SliceCycle cycle;
    private final Findings missing = new Findings();

    /**
     * @param keys the keys of the rows
     * @param passInterval the interval at which a list is read from its beginning again; zero for never
     * @param deletes only passes detect any
     */
    public KeysetReader(
            KeysetFeed feed,
            RowKeys keys,
            SliceCursors stored,
            ServerClock clock,
            ZoneOffset zone,
            Duration passInterval,
            Deletes deletes) {
        this.feed = feed;
        this.clock = new PlatformClock(clock, zone);
        this.passInterval = passInterval;
        this.chunks = new ListChunks(keys, row -> row, key -> false, deletes, stored);
        this.cycle = new SliceCycle(stored, feed::slices, this::read, this.clock::now);
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        return cycle.next(cursor);
    }

    /** Ids show that rows were added, not the changes up to a time. */
    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return null;
    }

    private List<Chunk> read(Slice slice, Cursor cursor) {
        try {
            List<Chunk> read = isPassDue(cursor) ? readAll(slice, cursor) : readOn(slice, cursor);
            missing.isNews(slice.value(), null);
            return read;
        } catch (ListIsGoneException e) {
            if (missing.isNews(slice.value(), "not there")) {
                feed.warnMissing(slice, cursor.number(LAST_ID, 0) > 0);
            }
            return List.of();
        }
    }

    private boolean isPassDue(Cursor cursor) {
        return !passInterval.isZero() && clock.isOver(cursor.time(ListChunks.READ_AT), passInterval);
    }

    private List<Chunk> readAll(Slice slice, Cursor cursor) {
        Pages pages = read(slice, 0, Integer.MAX_VALUE);
        Cursor next = cursor.with(LAST_ID, Math.max(pages.lastId, cursor.number(LAST_ID, 0)));
        return chunks.ofWhole(slice, cursor, next, ListFeed.Answer.only(pages.rows), ChunkStats.ofList(clock.now()));
    }

    private List<Chunk> readOn(Slice slice, Cursor cursor) {
        long lastId = cursor.number(LAST_ID, 0);
        boolean hasPasses = !passInterval.isZero();
        Pages pages = read(slice, lastId, hasPasses ? MOST_ROWS : 1);
        if (pages.rows.isEmpty()) {
            return List.of();
        }
        Cursor next = cursor.with(LAST_ID, pages.lastId);
        ChunkStats stats = ChunkStats.ofList(clock.now());
        if (hasPasses) {
            // So that the next pass neither repeats these rows nor misses their deletion.
            return chunks.ofPart(slice, cursor, next, pages.rows, stats);
        }
        ReadMode mode = lastId == 0 ? ReadMode.BACKFILL : ReadMode.LIST;
        List<Row> rows = pages.rows.stream().map(row -> new Row(row, mode)).toList();
        return List.of(new Chunk(slice, rows, cursor, next, stats));
    }

    /** Reads pages until there are no more, or enough rows are read. */
    private Pages read(Slice slice, long afterId, int rowsEnough) {
        List<JsonNode> rows = new ArrayList<>();
        long lastId = afterId;
        boolean hasMore = true;
        while (hasMore && rows.size() < rowsEnough) {
            List<JsonNode> page = feed.page(slice, lastId);
            hasMore = !page.isEmpty();
            lastId = hasMore ? lastOf(page, lastId) : lastId;
            rows.addAll(page);
        }
        return new Pages(rows, lastId);
    }

    private record Pages(List<JsonNode> rows, long lastId) {}

    private long lastOf(List<JsonNode> page, long lastId) {
        return IdOrder.lastOf(feed::idOf, page, lastId, feed.name());
    }
}
