package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import io.martech.connect.source.reader.LateArrivals;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.emitted.VersionGuard;
import io.martech.connect.source.reader.window.AgreeingReadings.Agreed;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one step of a pass: reads a window of suitable length, or proves that the windows before were complete. */
final class WindowSteps {

    private static final Logger log = LoggerFactory.getLogger(WindowSteps.class);

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final VersionGuard guard;
    private final WindowScan scan;
    private final AgreeingReadings agreeing;
    private final PageSizeCheck pageSizeCheck;
    private final CompletedWindows completed;

    /** @param completed filled with what both passes have read */
    WindowSteps(
            ChangeFeed feed, WindowSettings settings, VersionGuard guard, WindowScan scan, CompletedWindows completed) {
        this.feed = feed;
        this.settings = settings;
        this.guard = guard;
        this.scan = scan;
        this.completed = completed;
        this.agreeing = new AgreeingReadings(feed, settings);
        this.pageSizeCheck = new PageSizeCheck(feed);
    }

    /**
     * The chunk of this step; empty if the first pass has to wait, since the versions that it would emit are too many
     * to be stored until the trailing pass.
     */
    Optional<Chunk> take(WindowTask task, LocalDateTime now) {
        Unproven unproven = task.passState().unproven();
        boolean needsProof = unproven.mustBeProvenNow()
                || (unproven.windows() > 0 && task.state().memory().isHalfFull());
        if (!needsProof) {
            return readWindow(task, now);
        }
        Window since = new Window(unproven.since(), task.passState().upTo());
        PageSizeCheck.Result result = pageSizeCheck.since(unproven, since);
        if (result instanceof PageSizeCheck.Result.Shrank) {
            return Optional.of(goBack(task));
        }
        WindowTask proven = task.afterProof();
        if (result instanceof PageSizeCheck.Result.AllAtOnce all) {
            LoadedRows loaded = feed.load(all.entries());
            ChangedRows emission = new ChangedRows(feed, task.state().memory(), guard);
            LateArrivals late = offer(
                    loaded,
                    emission,
                    ReadMode.LOOK_BACK,
                    since,
                    now,
                    task.state().late());
            emission.settle();
            WindowState next = proven.state().with(late, emission.highestId());
            return Optional.of(chunk(task, since, Certainty.PROVEN, next, emission, loaded));
        }
        return readWindow(proven, now);
    }

    private Optional<Chunk> readWindow(WindowTask task, LocalDateTime now) {
        PassState pass = task.passState();
        LocalDateTime end =
                pass.upTo().plusSeconds(WindowLength.next(pass, task.state().pageSize()));
        Window window = new Window(pass.upTo(), end.isBefore(task.limit()) ? end : task.limit());
        ClosedWindowReader reader = new ClosedWindowReader(feed, task.state().pageSize(), settings.maximumPages());
        while (true) {
            WindowReading found = reader.read(window);
            if (found instanceof WindowReading.TooLarge) {
                window = window.firstHalf();
            } else if (found instanceof WindowReading.Complete complete && !isInDoubt(task, window, complete)) {
                tellIfRowsAreLeftOut(task, reader.pageSize());
                Agreed reading = new Agreed(complete, feed.load(complete.entries()));
                return emit(task, window, reading, reader.pageSize(), now);
            } else if (found instanceof WindowReading.Complete complete && !feed.idPagesShowEveryRow()) {
                Window second = window;
                Agreed reading = agreeing.of(second, complete, () -> reader.read(second));
                return emit(task, second, reading, reader.pageSize(), now);
            } else {
                return scan(task, window);
            }
        }
    }

    private void tellIfRowsAreLeftOut(WindowTask task, PageSize found) {
        if (found.isCutOff() && !task.state().pageSize().isCutOff()) {
            log.warn(
                    "{}: the platform returns {} rows of a window and no second page, though there are more."
                            + " Windows are made smaller from now on, so that nothing is missed.",
                    settings.resource(),
                    found.longest());
        }
    }

    /**
     * Several pages of one second are regarded as complete if neither pass returned a row twice and the trailing pass
     * returns no more rows than the first: rows only leave. A duplicate shows that the order changes, so that another
     * row may not have been returned at all.
     */
    private boolean isInDoubt(WindowTask task, Window window, WindowReading.Complete complete) {
        return complete.certainty() == Certainty.UNPROVEN
                && !task.isFirstPass()
                && (complete.hasRepeatedRows()
                        || !task.state()
                                .unproven()
                                .hasCountedAtLeast(
                                        window.start(), complete.entries().size()));
    }

    private Optional<Chunk> emit(WindowTask task, Window window, Agreed reading, PageSize pageSize, LocalDateTime now) {
        WindowReading.Complete complete = reading.reading();
        LoadedRows loaded = reading.loaded();
        ChangedRows emission = new ChangedRows(feed, task.state().memory(), guard);
        LateArrivals late = offer(
                loaded,
                emission,
                task.pass().readMode(),
                window,
                now,
                task.state().late());
        if (task.isReadAgainLater()
                && !task.state().memory().hasRoomFor(emission.rows().size())) {
            return Optional.empty();
        }
        emission.settle();
        int rows = complete.entries().size();
        if (complete.certainty() == Certainty.UNPROVEN && task.isFirstPass()) {
            task.state().unproven().add(window.start(), complete.hasRepeatedRows() ? 0 : rows);
        }
        WindowState next =
                task.after(window, rows, complete.certainty(), pageSize).with(late, emission.highestId());
        if (task.isFirstPass() && hasRowReadInTime(loaded, now)) {
            next = next.with(next.clock().provenAt(window.end()));
        }
        if (!task.isReadAgainLater()) {
            completed.add(window, complete.entries(), pageSize.longest());
        }
        return Optional.of(chunk(task, window, complete.certainty(), next, emission, loaded));
    }

    private boolean hasRowReadInTime(LoadedRows loaded, LocalDateTime now) {
        LocalDateTime inTime = now.minus(settings.settleLag()).minus(settings.lookBack());
        return loaded.rows().stream()
                .map(settings.times()::updatedOf)
                .anyMatch(updated -> updated != null && updated.isAfter(inTime));
    }

    /** Offers rows that belong to the window or are newer; a contact's detail may be newer than its window. */
    private LateArrivals offer(
            LoadedRows loaded,
            ChangedRows emission,
            ReadMode mode,
            Window window,
            LocalDateTime now,
            LateArrivals before) {
        LateArrivals late = before;
        for (JsonNode row : loaded.rows()) {
            RowVersion version = settings.times().versionOf(row);
            // Only what is read in addition to the row's own state differs: the row was visible in time.
            boolean isKnown = guard.hasEmittedOfThatTime(feed.idOf(row), version);
            boolean belongsToEarlierWindow = feed.overlapSeconds() > 0 && ChangedRows.isBefore(version, window.start());
            if (!belongsToEarlierWindow
                    && emission.offer(row, version, mode)
                    && mode == ReadMode.LOOK_BACK
                    && !isKnown
                    && ChangedRows.isBefore(version, window.end())) {
                late = late.with(Watermark.millisBetween(version.lastUpdated(), now));
            }
        }
        return late;
    }

    private Chunk goBack(WindowTask task) {
        WindowState state = task.state();
        PassState first = state.first().backToProofOr(state.first().upTo());
        PassState trailing = state.trailing().backToProofOr(first.upTo());
        log.warn(
                "{}: the platform's page size has dropped below {}. Reading again from {}, where"
                        + " completeness was last proven.",
                settings.resource(),
                state.pageSize().longest(),
                first.upTo());
        WindowState next = state.with(first, trailing, PageSize.UNKNOWN);
        return new Chunk(
                List.of(),
                task.cursor(),
                next.addTo(task.cursor()),
                WindowStats.of(next, task.pass().reported(), null, null, List.of()));
    }

    private Optional<Chunk> scan(WindowTask task, Window window) {
        boolean mayBecomeReadable = task.isReadAgainLater() && !feed.idPagesShowEveryRow();
        if (mayBecomeReadable || task.state().crowded().isFull()) {
            return Optional.empty();
        }
        WindowState next = scan.setAside(task.state(), window).beyondCrowdedTimes();
        return Optional.of(new Chunk(
                List.of(),
                task.cursor(),
                next.addTo(task.cursor()),
                WindowStats.of(next, task.pass().reported(), window, null, List.of())));
    }

    private Chunk chunk(
            WindowTask task,
            Window window,
            Certainty certainty,
            WindowState next,
            ChangedRows emission,
            LoadedRows loaded) {
        return new Chunk(
                emission.rows(),
                task.cursor(),
                next.addTo(task.cursor()),
                WindowStats.of(next, task.pass().reported(), window, certainty, loaded.idsWithoutDetail()));
    }
}
