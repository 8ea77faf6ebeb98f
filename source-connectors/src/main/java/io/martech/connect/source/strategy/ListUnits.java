package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Makes units of complete readings of a list: what is new or has changed, then what is deleted. */
final class ListUnits {

    /** When the list was read; missing while a part of what differs is still to be handed out. */
    static final String READ_AT = "read_at";

    private final UnaryOperator<JsonNode> fingerprinted;
    private final Predicate<JsonNode> isStillThere;
    private final Deletes deletes;

    ListUnits(UnaryOperator<JsonNode> fingerprinted, Predicate<JsonNode> isStillThere, Deletes deletes) {
        this.fingerprinted = fingerprinted;
        this.isStillThere = isStillThere;
        this.deletes = deletes;
    }

    /** A complete reading. @param slice whose list it is, or null for the whole resource */
    Unit of(Slice slice, Position position, List<JsonNode> list, LocalDateTime now, long requests) {
        ReadMode mode = Fingerprints.areIn(position) ? ReadMode.LIST : ReadMode.BACKFILL;
        ListChanges changes = ListChanges.between(position, list, fingerprinted);
        List<Row> rows = new ArrayList<>();
        changes.rows().forEach(row -> rows.add(new Row(row, mode)));
        Position next = changes.addTo(position).with(READ_AT, changes.isWhole() ? now : null);
        if (changes.isWhole()) {
            Deletes.Found found = deletes.in(list, next, isStillThere);
            rows.addAll(found.rows());
            next = found.position();
        }
        return new Unit(slice, rows, position, next, UnitFacts.ofList(now, requests));
    }

    /** Whether all that differed is in the unit. */
    static boolean isWhole(Unit unit) {
        return unit.next().has(READ_AT);
    }
}
