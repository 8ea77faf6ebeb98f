package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.emitted.RowTimes;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The content of the windows most recently completed by both passes, about one page of it. Rows only leave them, so a
 * row that appears there afterwards shows that they were closed too early.
 */
public final class CompletedWindows {

    private static final Duration REACH = Duration.ofMinutes(30);

    private final ToLongFunction<JsonNode> idOf;
    private final RowTimes times;
    private final Deque<Completed> windows = new ArrayDeque<>();

    private record Completed(Window window, Set<Entry> entries) {}

    private record Entry(long id, LocalDateTime updated) {}

    public CompletedWindows(ToLongFunction<JsonNode> idOf, RowTimes times) {
        this.idOf = idOf;
        this.times = times;
    }

    /** @param pageSize the maximum number of rows to keep, in addition to the window itself */
    public void add(Window window, List<JsonNode> entries, long pageSize) {
        if (!windows.isEmpty() && !windows.getLast().window.end().equals(window.start())) {
            windows.clear();
        }
        Set<Entry> listed = entries.stream().map(this::entry).collect(Collectors.toSet());
        windows.add(new Completed(window, listed));
        LocalDateTime floor = window.end().minus(REACH);
        while (windows.size() > 1
                && (rows() > pageSize / 2 || windows.getFirst().window.end().isBefore(floor))) {
            windows.removeFirst();
        }
    }

    /** All of them as one window, at most half an hour; null if there are none yet. */
    public Window asOne() {
        if (windows.isEmpty()) {
            return null;
        }
        LocalDateTime end = windows.getLast().window.end();
        LocalDateTime start = windows.getFirst().window.start();
        LocalDateTime floor = end.minus(REACH);
        return new Window(start.isBefore(floor) ? floor : start, end);
    }

    public boolean hold(JsonNode entry) {
        Entry sought = entry(entry);
        return windows.stream().anyMatch(completed -> completed.entries.contains(sought));
    }

    private long rows() {
        return windows.stream().mapToLong(completed -> completed.entries.size()).sum();
    }

    private Entry entry(JsonNode entry) {
        return new Entry(idOf.applyAsLong(entry), times.updatedOf(entry));
    }
}
