package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Reads a whole list in every cycle and emits the rows that are new or have changed, and if wanted those that are deleted. */
public final class FullList implements Strategy {

    private final ListFeed feed;
    private final ServerClock clock;
    private final ZoneOffset zone;
    private final ListUnits units;
    private boolean isReadInThisCycle;

    /** Deletes are not looked for. */
    public FullList(ListFeed feed, ServerClock clock, ZoneOffset zone) {
        this(feed, clock, zone, Deletes.off());
    }

    public FullList(ListFeed feed, ServerClock clock, ZoneOffset zone, Deletes deletes) {
        this.feed = feed;
        this.clock = clock;
        this.zone = zone;
        this.units = new ListUnits(feed::fingerprinted, feed::isStillThere, deletes);
    }

    @Override
    public Optional<Unit> next(Position position) {
        if (isReadInThisCycle) {
            isReadInThisCycle = false;
            return Optional.empty();
        }
        long requestsBefore = feed.requests();
        List<JsonNode> rows = feed.rows();
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), zone).truncatedTo(ChronoUnit.SECONDS);
        Unit unit = units.of(null, position, rows, now, feed.requests() - requestsBefore);
        isReadInThisCycle = ListUnits.isWhole(unit);
        return Optional.of(unit);
    }

    /** A list tells what is there now, never what happened until then. */
    @Override
    public LocalDateTime completeUpTo(Position position) {
        return null;
    }
}
