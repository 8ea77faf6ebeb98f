package io.martech.connect.source.strategy;

import io.martech.connect.client.ServerClock;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SlicePositions;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads day by day: the open day in every cycle, closed days at a falling cadence. Every day is a slice with a position of
 * its own, so that none grows large; the position of the whole resource holds only the first day.
 */
public final class Days implements Strategy {

    /** The field that names a day in the source partition. */
    public static final String SLICE = "day";

    private static final String FIRST_DAY = "first_day";
    private static final String READ_AT = "read_at";

    private final DayFeed feed;
    private final DayReader reader;
    private final FirstDay firstDay;
    private final SlicePositions stored;
    private final ServerClock clock;
    private final ZoneOffset zone;

    /** What is known of each day; read from Connect once. */
    private final Map<LocalDate, Position> days = new HashMap<>();

    /** What is still to be read in this cycle, or null between cycles. */
    private Deque<LocalDate> due;

    /** A unit that was handed out; its position holds once the next one is asked for. */
    private Unit handedOut;

    public Days(DayFeed feed, SlicePositions stored, ServerClock clock, ZoneOffset zone) {
        this.feed = feed;
        this.reader = new DayReader(feed);
        this.firstDay = new FirstDay(feed::firstDay);
        this.stored = stored;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Optional<Unit> next(Position position) {
        takeOver();
        if (due == null) {
            Optional<Unit> earlier = earlierFirstDay(position);
            if (earlier.isPresent() || !position.has(FIRST_DAY)) {
                return earlier;
            }
            due = dueDays(firstDayOf(position));
        }
        if (due.isEmpty()) {
            due = null;
            return Optional.empty();
        }
        handedOut = read(due.peek());
        return Optional.of(handedOut);
    }

    /** A list tells what is there now, never what happened until then. */
    @Override
    public LocalDateTime completeUpTo(Position position) {
        return null;
    }

    private void takeOver() {
        if (handedOut != null) {
            boolean isWhole = handedOut.next().has(READ_AT);
            days.put(isWhole ? due.remove() : due.peek(), handedOut.next());
            handedOut = null;
        }
    }

    private Optional<Unit> earlierFirstDay(Position position) {
        long requestsBefore = feed.requests();
        return firstDay.before(firstDayOf(position), now())
                .map(first -> new Unit(
                        List.of(),
                        position,
                        position.with(FIRST_DAY, first.toString()),
                        UnitFacts.ofList(now(), feed.requests() - requestsBefore)));
    }

    private static LocalDate firstDayOf(Position position) {
        return position.has(FIRST_DAY) ? LocalDate.parse(position.text(FIRST_DAY)) : null;
    }

    private Deque<LocalDate> dueDays(LocalDate first) {
        LocalDateTime now = now();
        if (first.isAfter(now.toLocalDate())) {
            return new ArrayDeque<>();
        }
        List<LocalDate> all = first.datesUntil(now.toLocalDate().plusDays(1)).toList();
        load(all);
        Deque<LocalDate> result = new ArrayDeque<>();
        for (LocalDate day : all) {
            Position position = days.get(day);
            if (DayCadence.isDue(day, position.time(READ_AT), now) || reader.isInDoubt(day, position)) {
                result.add(day);
            }
        }
        return result;
    }

    private void load(List<LocalDate> all) {
        List<Slice> unknown = new ArrayList<>();
        for (LocalDate day : all) {
            if (!days.containsKey(day)) {
                unknown.add(sliceOf(day));
            }
        }
        if (!unknown.isEmpty()) {
            stored.of(unknown).forEach((slice, position) -> {
                LocalDate day = LocalDate.parse(slice.value());
                days.put(day, position);
                reader.remember(day, position);
            });
        }
    }

    private Unit read(LocalDate day) {
        long requestsBefore = feed.requests();
        Position position = days.get(day);
        DayReader.Reading reading = reader.read(day, position);
        ListChanges changes = ListChanges.between(position, reading.rows(), feed::fingerprinted);
        LocalDateTime now = now();
        boolean isFirstReading = !position.has(READ_AT);
        List<Row> rows = changes.rows().stream()
                .map(row -> new Row(row, isFirstReading ? ReadMode.BACKFILL : ReadMode.LIST))
                .toList();
        Position next = DayCadence.isRecent(day, now) || !changes.isWhole()
                ? changes.addTo(reading.position())
                : changes.fingerprints().addDigestTo(reading.position());
        return new Unit(
                sliceOf(day),
                rows,
                position,
                // Without the time the day is due again, for what is left of it.
                next.with(READ_AT, changes.isWhole() ? now : null),
                UnitFacts.ofList(now, feed.requests() - requestsBefore));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.now(), zone).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Slice sliceOf(LocalDate day) {
        return new Slice(SLICE, day.toString());
    }
}
