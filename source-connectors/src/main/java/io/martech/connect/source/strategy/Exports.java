package io.martech.connect.source.strategy;

import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TextLines;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SlicePositions;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Asks for exports now and then, waits for each by one look a cycle, and reads its file line by line. Each is a slice, whose position
 * holds the export before it is waited for and how many of its lines were read, so that another reader goes on with the same file.
 * Between exports nothing is asked.
 */
public final class Exports implements Strategy {

    static final String TASK = "task";
    static final String STARTED_AT = "started_at";
    static final String FINISHED_AT = "finished_at";
    static final String LINE = "line";

    private final ExportFeed feed;
    private final KnownSlices slices;
    private final ServerClock clock;
    private final ZoneOffset zone;
    private final ExportSettings settings;

    /** What is still to be looked at in this cycle, or null between cycles. */
    private Deque<Slice> due;

    private boolean isCycleTold;

    /** A unit that was handed out; its position holds once the next one is asked for. */
    private Unit handedOut;

    /** The file of the first slice that is due, while it is being read. */
    private TextLines lines;

    /** Why an export was given up; thrown when the unit that forgets it has been handed out. */
    private ConnectException failure;

    public Exports(
            ExportFeed feed, SlicePositions stored, ServerClock clock, ZoneOffset zone, ExportSettings settings) {
        this.feed = feed;
        this.slices = new KnownSlices(stored);
        this.clock = clock;
        this.zone = zone;
        this.settings = settings;
    }

    @Override
    public Optional<Unit> next(Position position) {
        if (handedOut != null) {
            slices.put(handedOut.slice(), handedOut.next());
            handedOut = null;
        }
        if (failure != null) {
            ConnectException told = failure;
            failure = null;
            throw told;
        }
        if (due == null) {
            due = new ArrayDeque<>(feed.slices());
            slices.load(due);
            isCycleTold = false;
        }
        while (!due.isEmpty()) {
            Optional<Unit> unit = step(due.peek());
            if (unit.isPresent()) {
                handedOut = unit.get();
                return unit;
            }
            due.remove();
        }
        if (isCycleTold) {
            due = null;
            return Optional.empty();
        }
        isCycleTold = true;
        return Optional.of(
                new Unit(List.of(), position, position.with(ListUnits.READ_AT, now()), UnitFacts.ofList(now(), 0)));
    }

    /** A file tells what was when it was made. */
    @Override
    public LocalDateTime completeUpTo(Position position) {
        return null;
    }

    private Optional<Unit> step(Slice slice) {
        Position position = slices.of(slice);
        if (lines != null) {
            return Optional.of(read(slice, position, feed.requests()));
        }
        if (position.has(TASK)) {
            return look(slice, position);
        }
        LocalDateTime startedAt = position.time(STARTED_AT);
        boolean isDue =
                startedAt == null || !startedAt.plus(settings.interval()).isAfter(now());
        return isDue ? Optional.of(begin(slice, position)) : Optional.empty();
    }

    private Unit begin(Slice slice, Position position) {
        long requestsBefore = feed.requests();
        Position next = position.with(TASK, feed.begin(slice)).with(STARTED_AT, now());
        return unit(slice, List.of(), position, next, requestsBefore);
    }

    private Optional<Unit> look(Slice slice, Position position) {
        long requestsBefore = feed.requests();
        ExportFeed.Export export = feed.look(position.text(TASK));
        if (export.state() == ExportFeed.Export.State.FAILED) {
            return Optional.of(giveUp(slice, position, "failed", export, requestsBefore));
        }
        if (export.state() == ExportFeed.Export.State.FINISHED) {
            lines = feed.open(export, position.number(LINE, 0));
            return Optional.of(read(slice, position, requestsBefore));
        }
        LocalDateTime startedAt = position.time(STARTED_AT);
        if (startedAt != null && startedAt.plus(settings.timeout()).isAfter(now())) {
            return Optional.empty();
        }
        String words =
                "was not finished within " + settings.timeout().toMillis() + " ms (" + settings.timeoutKey() + ")";
        return Optional.of(giveUp(slice, position, words, export, requestsBefore));
    }

    /** Forgets the export, so that the next reader asks for another one; then the task fails. */
    private Unit giveUp(Slice slice, Position position, String words, ExportFeed.Export export, long requestsBefore) {
        failure = new ConnectException(feed.name() + ": the export " + position.text(TASK) + " of " + slice.name() + " "
                + slice.value() + " " + words + ". The platform answered " + export.said()
                + ". Restart the task, and a new export is asked for.");
        return unit(slice, List.of(), position, withoutExport(position).with(STARTED_AT, null), requestsBefore);
    }

    private Unit read(Slice slice, Position position, long requestsBefore) {
        List<String> texts;
        try {
            texts = lines.next(Unit.MAXIMUM_ROWS);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        if (texts.isEmpty()) {
            close();
            return unit(slice, List.of(), position, withoutExport(position), requestsBefore);
        }
        LocalDateTime finishedAt = position.has(FINISHED_AT) ? position.time(FINISHED_AT) : now();
        long line = position.number(LINE, 0);
        List<Row> rows = new ArrayList<>(texts.size());
        for (String text : texts) {
            rows.add(new Row(feed.row(slice, position.text(TASK), ++line, text, finishedAt), ReadMode.LIST));
        }
        return unit(
                slice, rows, position, position.with(FINISHED_AT, finishedAt).with(LINE, line), requestsBefore);
    }

    private void close() {
        lines.close();
        lines = null;
    }

    private static Position withoutExport(Position position) {
        return position.with(TASK, null).with(FINISHED_AT, null).with(LINE, null);
    }

    private Unit unit(Slice slice, List<Row> rows, Position from, Position next, long requestsBefore) {
        return new Unit(slice, rows, from, next, UnitFacts.ofList(now(), feed.requests() - requestsBefore));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.now(), zone).truncatedTo(ChronoUnit.SECONDS);
    }
}
