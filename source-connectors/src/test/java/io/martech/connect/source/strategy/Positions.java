package io.martech.connect.source.strategy;

import io.martech.connect.source.ManualTime;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Unit;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Settings and positions, and a reader that goes from one to the next. */
final class Positions {

    static final Duration SETTLE_LAG = Duration.ofSeconds(5);
    static final Duration LOOK_BACK = Duration.ofSeconds(60);

    private Positions() {}

    static WindowSettings settings() {
        return settings(100);
    }

    static WindowSettings settings(int maximumPages) {
        return new WindowSettings("orders", ManualTime.ZONE, "linkflow.time.zone", SETTLE_LAG, LOOK_BACK, maximumPages);
    }

    /** Both passes have read everything before that time. */
    static Position readUpTo(LocalDateTime time) {
        return WindowState.beginAt(Position.start(), time, time)
                .with("phase", "windows")
                .with("method", "id");
    }

    /** Every unit until there is none, each read from where the one before ended, as after a restart. */
    static List<Unit> readAll(Position start, Function<Position, Optional<Unit>> next) {
        List<Unit> units = new ArrayList<>();
        Position position = start;
        while (true) {
            Optional<Unit> unit = next.apply(position);
            if (unit.isEmpty()) {
                return units;
            }
            units.add(unit.get());
            if (units.size() > 1_000) {
                throw new AssertionError("Reading comes to no end: " + unit.get());
            }
            position = Position.fromOffset(unit.get().next().toOffset());
        }
    }

    static Position last(List<Unit> units) {
        return units.get(units.size() - 1).next();
    }

    static List<Long> idsOf(List<Unit> units) {
        return units.stream().flatMap(unit -> FakeFeed.idsOf(unit).stream()).toList();
    }
}
