package io.martech.connect.source.strategy;

import io.martech.connect.schema.Progress.Pass;
import io.martech.connect.schema.Progress.Phase;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import java.time.LocalDateTime;
import java.util.List;

/** Makes units of what {@link CountedSubjects} reads, and keeps the account of requests and of what was found late. */
final class EventUnits {

    private final CountedFeed feed;
    private LateRows late;
    private LocalDateTime readUpTo;
    private long requestsTold;

    /** @param position of the resource */
    EventUnits(CountedFeed feed, Position position) {
        this.feed = feed;
        this.late = LateRows.from(position);
        this.readUpTo = position.time(CountedSubjects.READ_UP_TO);
        this.requestsTold = feed.requests();
    }

    /** An event that happened before its subject was looked at last, and was not there then. */
    void countLate(LocalDateTime time, LocalDateTime now) {
        late = late.with(Horizon.millisBetween(time, now));
    }

    /** Every event before it was looked for once. */
    void readUpTo(LocalDateTime time) {
        readUpTo = time;
    }

    Position addTo(Position position) {
        return late.addTo(position).with(CountedSubjects.READ_UP_TO, readUpTo);
    }

    Unit of(Slice slice, List<Row> rows, Position from, Position next) {
        long requests = feed.requests() - requestsTold;
        requestsTold = feed.requests();
        return new Unit(
                slice,
                rows,
                from,
                next,
                new UnitFacts(
                        readUpTo == null ? Phase.BACKFILL : Phase.LIST,
                        readUpTo == null ? Pass.BACKFILL : Pass.FIRST,
                        null,
                        null,
                        readUpTo,
                        requests,
                        null,
                        late.count(),
                        late.oldestMillisOrNull(),
                        List.of()));
    }
}
