package io.martech.connect.source.reader.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.ChunkStats;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.reader.emitted.Fingerprints;
import io.martech.connect.source.reader.emitted.ListChanges;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Makes chunks of complete readings of a list: what is new or has changed, then what is deleted. */
public final class ListChunks {

    /** When the list was read; missing while a part of what differs is still to be handed out. */
    public static final String READ_AT = "read_at";

    private final UnaryOperator<JsonNode> fingerprinted;
    private final Predicate<JsonNode> isStillThere;
    private final Deletes deletes;

    public ListChunks(UnaryOperator<JsonNode> fingerprinted, Predicate<JsonNode> isStillThere, Deletes deletes) {
        this.fingerprinted = fingerprinted;
        this.isStillThere = isStillThere;
        this.deletes = deletes;
    }

    /** A complete reading. @param slice whose list it is, or null for the whole resource */
    public Chunk of(Slice slice, Cursor cursor, List<JsonNode> list, LocalDateTime now, long requests) {
        ReadMode mode = Fingerprints.areIn(cursor) ? ReadMode.LIST : ReadMode.BACKFILL;
        ListChanges changes = ListChanges.between(cursor, list, fingerprinted);
        List<Row> rows = new ArrayList<>();
        changes.rows().forEach(row -> rows.add(new Row(row, mode)));
        Cursor next = changes.addTo(cursor).with(READ_AT, changes.isWhole() ? now : null);
        if (changes.isWhole()) {
            Deletes.Found found = deletes.in(list, next, isStillThere);
            rows.addAll(found.rows());
            next = found.cursor();
        }
        return new Chunk(slice, rows, cursor, next, ChunkStats.ofList(now, requests));
    }

    /** Whether all that differed is in the chunk. */
    static boolean isWhole(Chunk chunk) {
        return chunk.next().has(READ_AT);
    }
}
