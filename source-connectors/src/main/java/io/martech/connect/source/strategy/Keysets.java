package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.source.engine.Findings;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SlicePositions;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lists by the ids of their rows, each list a slice with a position of its own: rows are not missed or repeated however
 * many come meanwhile, but those that change or go are not seen. For these a list may be read from its beginning now and then,
 * in a pass: what differs is emitted, and if wanted what is deleted.
 */
public final class Keysets implements Strategy {

    private static final String LAST_ID = "last_id";

    private final KeysetFeed feed;
    private final ServerClock clock;
    private final ZoneOffset zone;
    private final Duration passInterval;
    private final Deletes deletes;
    private final ListUnits passes;
    private final SliceCycle cycle;
    private final Findings missing = new Findings();

    /**
     * @param passInterval after which a list is read from its beginning again; zero for never
     * @param deletes only passes find any
     */
    public Keysets(
            KeysetFeed feed,
            SlicePositions stored,
            ServerClock clock,
            ZoneOffset zone,
            Duration passInterval,
            Deletes deletes) {
        this.feed = feed;
        this.clock = clock;
        this.zone = zone;
        this.passInterval = passInterval;
        this.deletes = deletes;
        this.passes = new ListUnits(row -> row, key -> false, deletes);
        this.cycle = new SliceCycle(stored, feed::slices, this::read, this::now);
    }

    @Override
    public Optional<Unit> next(Position position) {
        return cycle.next(position);
    }

    /** Ids tell what has come, never what happened until when. */
    @Override
    public LocalDateTime completeUpTo(Position position) {
        return null;
    }

    private Optional<Unit> read(Slice slice, Position position) {
        try {
            Optional<Unit> unit = isPassDue(position) ? Optional.of(readAll(slice, position)) : readOn(slice, position);
            missing.isNews(slice.value(), null);
            return unit;
        } catch (ListIsGoneException e) {
            if (missing.isNews(slice.value(), "not there")) {
                feed.tellThatItIsNotThere(slice, position.number(LAST_ID, 0) > 0);
            }
            return Optional.empty();
        }
    }

    private boolean isPassDue(Position position) {
        LocalDateTime readAt = position.time(ListUnits.READ_AT);
        return !passInterval.isZero()
                && (readAt == null || !readAt.plus(passInterval).isAfter(now()));
    }

    private Unit readAll(Slice slice, Position position) {
        long requestsBefore = feed.requests();
        List<JsonNode> rows = new ArrayList<>();
        long lastId = 0;
        for (List<JsonNode> page = feed.page(slice, 0); !page.isEmpty(); page = feed.page(slice, lastId)) {
            lastId = lastOf(page, lastId);
            rows.addAll(page);
        }
        Unit unit = passes.of(slice, position, rows, now(), feed.requests() - requestsBefore);
        long highest = Math.max(lastId, position.number(LAST_ID, 0));
        return new Unit(slice, unit.rows(), position, unit.next().with(LAST_ID, highest), unit.facts());
    }

    private Optional<Unit> readOn(Slice slice, Position position) {
        long requestsBefore = feed.requests();
        long lastId = position.number(LAST_ID, 0);
        List<JsonNode> page = feed.page(slice, lastId);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        ReadMode mode = lastId == 0 ? ReadMode.BACKFILL : ReadMode.LIST;
        Position next = position.with(LAST_ID, lastOf(page, lastId));
        if (!passInterval.isZero()) {
            // So that the next pass neither repeats them nor takes those who have left again for strangers.
            next = deletes.noting(page, Fingerprints.adding(page, next));
        }
        return Optional.of(new Unit(
                slice,
                page.stream().map(row -> new Row(row, mode)).toList(),
                position,
                next,
                UnitFacts.ofList(now(), feed.requests() - requestsBefore)));
    }

    private long lastOf(List<JsonNode> page, long lastId) {
        return IdOrder.lastOf(feed::idOf, page, lastId, feed.name());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.now(), zone).truncatedTo(ChronoUnit.SECONDS);
    }
}
