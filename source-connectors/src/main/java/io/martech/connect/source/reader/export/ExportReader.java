package io.martech.connect.source.reader.export;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TextLines;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.chunk.SliceCursors;
import io.martech.connect.source.reader.PlatformClock;
import io.martech.connect.source.reader.slice.SliceCycle;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests exports at an interval, polls each once per cycle, and reads its file line by line. Each is a slice, whose
 * cursor holds the export before it is polled and the number of lines read, so that a restarted reader continues with the
 * same file. Between exports nothing is requested.
 */
public final class ExportReader implements Reader {

    private static final Logger log = LoggerFactory.getLogger(ExportReader.class);

    public static final String TASK = "task";
    public static final String STARTED_AT = "started_at";
    public static final String LINE = "line";

    private final ExportFeed feed;
    private final SliceCycle cycle;
    private final PlatformClock clock;
    private final ExportSettings settings;

    /** The open file of the current slice, if any. */
    private TextLines lines;

    /** Whether its address has worked. */
    private boolean hasReadSome;

    /** Why an export was given up; thrown after the chunk that deletes it has been returned. */
    private ConnectException failure;

    public ExportReader(
            ExportFeed feed, SliceCursors stored, ServerClock clock, ZoneOffset zone, ExportSettings settings) {
        this.feed = feed;
        this.clock = new PlatformClock(clock, zone);
        this.cycle = new SliceCycle(
                stored,
                feed::slices,
                (slice, cursor) -> step(slice, cursor).stream().toList(),
                this.clock::now);
        this.settings = settings;
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        if (failure != null) {
            throw failure;
        }
        return cycle.next(cursor);
    }

    /** A file holds the state at its creation, not the changes up to a time. */
    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return null;
    }

    private Optional<Chunk> step(Slice slice, Cursor cursor) {
        if (lines != null) {
            return read(slice, cursor);
        }
        if (cursor.has(TASK)) {
            // One that seems to have begun in the future has begun by now, and is waited for as long as any other.
            return clock.liesAhead(cursor.time(STARTED_AT))
                    ? Optional.of(chunk(slice, List.of(), cursor, cursor.with(STARTED_AT, clock.now())))
                    : pollExport(slice, cursor);
        }
        return isPast(cursor, settings.interval()) ? Optional.of(begin(slice, cursor)) : Optional.empty();
    }

    private boolean isPast(Cursor cursor, Duration sinceItWasAskedFor) {
        return clock.isOver(cursor.time(STARTED_AT), sinceItWasAskedFor);
    }

    private Chunk begin(Slice slice, Cursor cursor) {
        Cursor next = withoutExport(cursor).with(TASK, feed.begin(slice)).with(STARTED_AT, clock.now());
        return chunk(slice, List.of(), cursor, next);
    }

    private Optional<Chunk> pollExport(Slice slice, Cursor cursor) {
        ExportFeed.Export export = feed.status(cursor.text(TASK));
        String said = ". The platform answered " + export.said() + ".";
        return switch (export.state()) {
            case FINISHED -> {
                lines = feed.open(export, cursor.number(LINE, 0));
                hasReadSome = false;
                yield read(slice, cursor);
            }
            case FAILED -> Optional.of(giveUp(slice, cursor, "failed" + said));
            case FORGOTTEN -> Optional.of(askAgain(slice, cursor, said));
            case RUNNING ->
                isPast(cursor, settings.timeout())
                        ? Optional.of(giveUp(slice, cursor, "was not finished within " + timeout() + said))
                        : Optional.empty();
        };
    }

    private String timeout() {
        return settings.timeout().toMillis() + " ms (" + settings.timeoutKey() + ")";
    }

    /** Requests the export again, but not repeatedly from a platform that has just lost it. */
    private Chunk askAgain(Slice slice, Cursor cursor, String said) {
        String words = "no longer exists" + said;
        if (!isPast(cursor, settings.interval())) {
            return giveUp(slice, cursor, words);
        }
        log.warn("{} A new one is due and requested now.", message(slice, cursor, words));
        return begin(slice, cursor);
    }

    /** Deletes the export from the cursor, so that the next reader requests another one; then the task fails. */
    private Chunk giveUp(Slice slice, Cursor cursor, String words) {
        failure = new ConnectException(message(slice, cursor, words) + " A restart of the task requests a new export.");
        return chunk(slice, List.of(), cursor, withoutExport(cursor).with(STARTED_AT, null));
    }

    private String message(Slice slice, Cursor cursor, String words) {
        return feed.name() + ": the export " + cursor.text(TASK) + " of " + slice.name() + " " + slice.value() + " "
                + words + " " + cursor.number(LINE, 0) + " lines of it were read.";
    }

    private Optional<Chunk> read(Slice slice, Cursor cursor) {
        List<String> texts;
        try {
            texts = lines.next(Chunk.MAXIMUM_ROWS);
        } catch (RuntimeException e) {
            close();
            return afterReading(e, slice, cursor);
        }
        hasReadSome = true;
        if (texts.isEmpty()) {
            close();
            return Optional.of(chunk(slice, List.of(), cursor, withoutExport(cursor)));
        }
        long line = cursor.number(LINE, 0);
        List<Row> rows = new ArrayList<>(texts.size());
        for (String text : texts) {
            rows.add(new Row(feed.row(slice, cursor.text(TASK), ++line, text, cursor.time(STARTED_AT)), ReadMode.LIST));
        }
        return Optional.of(chunk(slice, rows, cursor, cursor.with(LINE, line)));
    }

    /** An address that has worked may have expired since; one that never worked is useless. */
    private Optional<Chunk> afterReading(RuntimeException fault, Slice slice, Cursor cursor) {
        if (!(fault instanceof PlatformException refusal) || refusal.category() != Category.REJECT) {
            throw fault;
        }
        return hasReadSome
                ? pollExport(slice, cursor)
                : Optional.of(giveUp(slice, cursor, "has no file: " + refusal.getMessage()));
    }

    private void close() {
        lines.close();
        lines = null;
    }

    private static Cursor withoutExport(Cursor cursor) {
        return cursor.with(TASK, null).with(LINE, null);
    }

    private Chunk chunk(Slice slice, List<Row> rows, Cursor from, Cursor next) {
        return new Chunk(slice, rows, from, next, ChunkStats.ofList(clock.now()));
    }
}
