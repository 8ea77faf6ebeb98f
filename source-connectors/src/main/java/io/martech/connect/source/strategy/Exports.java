package io.martech.connect.source.strategy;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
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
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for exports now and then, waits for each by one look a cycle, and reads its file line by line. Each is a slice, whose position
 * holds the export before it is waited for and how many of its lines were read, so that another reader goes on with the same file.
 * Between exports nothing is asked.
 */
public final class Exports implements Strategy {

    private static final Logger log = LoggerFactory.getLogger(Exports.class);

    static final String TASK = "task";
    static final String STARTED_AT = "started_at";
    static final String LINE = "line";

    private final ExportFeed feed;
    private final SliceCycle cycle;
    private final ServerClock clock;
    private final ZoneOffset zone;
    private final ExportSettings settings;

    /** The file of the slice that is being read, if one is. */
    private TextLines lines;

    /** Whether its address has been of use. */
    private boolean hasReadSome;

    /** Why an export was given up; thrown when the unit that forgets it has been handed out. */
    private ConnectException failure;

    public Exports(
            ExportFeed feed, SlicePositions stored, ServerClock clock, ZoneOffset zone, ExportSettings settings) {
        this.feed = feed;
        this.cycle = new SliceCycle(stored, feed::slices, this::step, this::now);
        this.clock = clock;
        this.zone = zone;
        this.settings = settings;
    }

    @Override
    public Optional<Unit> next(Position position) {
        if (failure != null) {
            throw failure;
        }
        return cycle.next(position);
    }

    /** A file tells what was when it was made. */
    @Override
    public LocalDateTime completeUpTo(Position position) {
        return null;
    }

    private Optional<Unit> step(Slice slice, Position position) {
        if (lines != null) {
            return read(slice, position, feed.requests());
        }
        if (position.has(TASK)) {
            return look(slice, position);
        }
        return isPast(position, settings.interval()) ? Optional.of(begin(slice, position)) : Optional.empty();
    }

    private boolean isPast(Position position, Duration sinceItWasAskedFor) {
        LocalDateTime startedAt = position.time(STARTED_AT);
        return startedAt == null || !startedAt.plus(sinceItWasAskedFor).isAfter(now());
    }

    private Unit begin(Slice slice, Position position) {
        long requestsBefore = feed.requests();
        Position next = withoutExport(position).with(TASK, feed.begin(slice)).with(STARTED_AT, now());
        return unit(slice, List.of(), position, next, requestsBefore);
    }

    private Optional<Unit> look(Slice slice, Position position) {
        long requestsBefore = feed.requests();
        ExportFeed.Export export = feed.look(position.text(TASK));
        String said = ". The platform answered " + export.said() + ".";
        return switch (export.state()) {
            case FINISHED -> {
                lines = feed.open(export, position.number(LINE, 0));
                hasReadSome = false;
                yield read(slice, position, requestsBefore);
            }
            case FAILED -> Optional.of(giveUp(slice, position, "failed" + said, requestsBefore));
            case FORGOTTEN -> Optional.of(askAgain(slice, position, said, requestsBefore));
            case RUNNING ->
                isPast(position, settings.timeout())
                        ? Optional.of(
                                giveUp(slice, position, "was not finished within " + timeout() + said, requestsBefore))
                        : Optional.empty();
        };
    }

    private String timeout() {
        return settings.timeout().toMillis() + " ms (" + settings.timeoutKey() + ")";
    }

    /** A platform that forgets what it was asked for a moment ago is not asked for it over and over. */
    private Unit askAgain(Slice slice, Position position, String said, long requestsBefore) {
        String words = "is not known to the platform any more" + said;
        if (!isPast(position, settings.interval())) {
            return giveUp(slice, position, words, requestsBefore);
        }
        log.warn("{} A new one, which is due, is asked for now.", told(slice, position, words));
        return begin(slice, position);
    }

    /** Forgets the export, so that the next reader asks for another one; then the task fails. */
    private Unit giveUp(Slice slice, Position position, String words, long requestsBefore) {
        failure = new ConnectException(
                told(slice, position, words) + " Restart the task, and a new export is asked for.");
        return unit(slice, List.of(), position, withoutExport(position).with(STARTED_AT, null), requestsBefore);
    }

    private String told(Slice slice, Position position, String words) {
        return feed.name() + ": the export " + position.text(TASK) + " of " + slice.name() + " " + slice.value() + " "
                + words + " " + position.number(LINE, 0) + " lines of it were read.";
    }

    private Optional<Unit> read(Slice slice, Position position, long requestsBefore) {
        List<String> texts;
        try {
            texts = lines.next(Unit.MAXIMUM_ROWS);
        } catch (RuntimeException e) {
            close();
            return afterReading(e, slice, position, requestsBefore);
        }
        hasReadSome = true;
        if (texts.isEmpty()) {
            close();
            return Optional.of(unit(slice, List.of(), position, withoutExport(position), requestsBefore));
        }
        long line = position.number(LINE, 0);
        List<Row> rows = new ArrayList<>(texts.size());
        for (String text : texts) {
            rows.add(new Row(
                    feed.row(slice, position.text(TASK), ++line, text, position.time(STARTED_AT)), ReadMode.LIST));
        }
        return Optional.of(unit(slice, rows, position, position.with(LINE, line), requestsBefore));
    }

    /** An address that has been of use may have expired meanwhile; one that is new is of no use. */
    private Optional<Unit> afterReading(RuntimeException fault, Slice slice, Position position, long requestsBefore) {
        if (!(fault instanceof PlatformException refusal) || refusal.category() != Category.REJECT) {
            throw fault;
        }
        return hasReadSome
                ? look(slice, position)
                : Optional.of(giveUp(slice, position, "has no file: " + refusal.getMessage(), requestsBefore));
    }

    private void close() {
        lines.close();
        lines = null;
    }

    private static Position withoutExport(Position position) {
        return position.with(TASK, null).with(LINE, null);
    }

    private Unit unit(Slice slice, List<Row> rows, Position from, Position next, long requestsBefore) {
        return new Unit(slice, rows, from, next, UnitFacts.ofList(now(), feed.requests() - requestsBefore));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.now(), zone).truncatedTo(ChronoUnit.SECONDS);
    }
}
