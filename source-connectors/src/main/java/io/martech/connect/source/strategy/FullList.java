package io.martech.connect.source.strategy;

import io.martech.connect.client.ServerClock;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Reads a whole list in every cycle and emits the rows that are new or have changed. */
public final class FullList implements Strategy {

    private static final String READ_AT = "read_at";

    private final ListFeed feed;
    private final ServerClock clock;
    private final ZoneOffset zone;
    private boolean isReadInThisCycle;

    public FullList(ListFeed feed, ServerClock clock, ZoneOffset zone) {
        this.feed = feed;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Optional<Unit> next(Position position) {
        if (isReadInThisCycle) {
            isReadInThisCycle = false;
            return Optional.empty();
        }
        long requestsBefore = feed.requests();
        ListChanges changes = ListChanges.between(position, feed.rows(), feed::fingerprinted);
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), zone).truncatedTo(ChronoUnit.SECONDS);
        List<Row> rows = changes.rows().stream()
                .map(row -> new Row(row, position.isStart() ? ReadMode.BACKFILL : ReadMode.LIST))
                .toList();
        isReadInThisCycle = changes.isWhole();
        return Optional.of(new Unit(
                rows,
                position,
                changes.addTo(position).with(READ_AT, now),
                UnitFacts.ofList(now, feed.requests() - requestsBefore)));
    }

    /** A list tells what is there now, never what happened until then. */
    @Override
    public LocalDateTime completeUpTo(Position position) {
        return null;
    }
}
