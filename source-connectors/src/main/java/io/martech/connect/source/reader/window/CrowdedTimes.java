package io.martech.connect.source.reader.window;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.reader.Window;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Seconds, or days, with more rows than the platform pages through: the passes skip them, and one scan by id reads the
 * rows of all of them. Immutable.
 *
 * @param windows ascending, not adjacent
 */
public record CrowdedTimes(List<Window> windows) {

    static final CrowdedTimes NONE = new CrowdedTimes(List.of());

    /** Keeps the cursor small. */
    private static final int MOST = 200;

    public CrowdedTimes {
        windows = List.copyOf(windows);
    }

    static CrowdedTimes from(Cursor cursor, String key) {
        String text = cursor.text(key);
        return text == null ? NONE : parse(text);
    }

    /** Parses {@code 2026-01-01 08:00:00/2026-01-01 08:00:20,…}. */
    public static CrowdedTimes parse(String text) {
        List<Window> windows = new ArrayList<>();
        for (String window : text.split(",")) {
            int slash = window.indexOf('/');
            windows.add(new Window(
                    PlatformTime.parse(window.substring(0, slash)), PlatformTime.parse(window.substring(slash + 1))));
        }
        return new CrowdedTimes(windows);
    }

    Cursor addTo(Cursor cursor, String key) {
        String text = windows.stream()
                .map(window -> PlatformTime.format(window.start()) + "/" + PlatformTime.format(window.end()))
                .collect(Collectors.joining(","));
        return cursor.with(key, text.isEmpty() ? null : text);
    }

    boolean isEmpty() {
        return windows.isEmpty();
    }

    boolean isFull() {
        return windows.size() >= MOST;
    }

    /** The start of the first window, or null. */
    LocalDateTime start() {
        return isEmpty() ? null : windows.get(0).start();
    }

    /** The end of the last window, or null. */
    LocalDateTime end() {
        return isEmpty() ? null : windows.get(windows.size() - 1).end();
    }

    boolean contains(LocalDateTime time) {
        return time != null && windows.stream().anyMatch(window -> window.contains(time));
    }

    /** The time itself, or the end of the window that contains it. */
    LocalDateTime beyond(LocalDateTime time) {
        return windows.stream()
                .filter(window -> window.contains(time))
                .map(Window::end)
                .findFirst()
                .orElse(time);
    }

    /** The limit, or the start of the first window after the time, whichever is earlier. */
    LocalDateTime limitAfter(LocalDateTime time, LocalDateTime limit) {
        return windows.stream()
                .map(Window::start)
                .filter(start -> start.isAfter(time) && start.isBefore(limit))
                .findFirst()
                .orElse(limit);
    }

    CrowdedTimes with(Window more) {
        List<Window> merged = new ArrayList<>();
        Window joined = more;
        for (Window window : windows) {
            if (window.end().isBefore(joined.start())) {
                merged.add(window);
            } else if (joined.end().isBefore(window.start())) {
                merged.add(joined);
                joined = window;
            } else {
                joined = new Window(
                        earlier(window.start(), joined.start()),
                        window.end().isAfter(joined.end()) ? window.end() : joined.end());
            }
        }
        merged.add(joined);
        return new CrowdedTimes(merged);
    }

    CrowdedTimes with(CrowdedTimes more) {
        CrowdedTimes all = this;
        for (Window window : more.windows) {
            all = all.with(window);
        }
        return all;
    }

    /** The parts before a time. */
    CrowdedTimes before(LocalDateTime time) {
        return new CrowdedTimes(windows.stream()
                .filter(window -> window.start().isBefore(time))
                .map(window -> new Window(window.start(), earlier(window.end(), time)))
                .toList());
    }

    /** The parts at or after a time. */
    CrowdedTimes since(LocalDateTime time) {
        return new CrowdedTimes(windows.stream()
                .filter(window -> window.end().isAfter(time))
                .map(window -> window.start().isBefore(time) ? new Window(time, window.end()) : window)
                .toList());
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
