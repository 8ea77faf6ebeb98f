package io.martech.connect.source.reader.window;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Seconds with more than one page of rows, with the number of rows that the first pass found in each, until the
 * trailing pass has verified it.
 */
public final class UnprovenSeconds {

    public static final String KEY = "unproven_seconds";

    private final TreeMap<LocalDateTime, Integer> rowsBySecond;

    private UnprovenSeconds(TreeMap<LocalDateTime, Integer> rowsBySecond) {
        this.rowsBySecond = rowsBySecond;
    }

    /** Parses {@code 2026-01-01 08:00:00=250,2026-01-01 08:00:01=300}. */
    public static UnprovenSeconds from(Cursor cursor) {
        TreeMap<LocalDateTime, Integer> seconds = new TreeMap<>();
        String text = cursor.text(KEY);
        if (text != null) {
            for (String entry : text.split(",")) {
                int equals = entry.indexOf('=');
                seconds.put(
                        PlatformTime.parse(entry.substring(0, equals)), Integer.parseInt(entry.substring(equals + 1)));
            }
        }
        return new UnprovenSeconds(seconds);
    }

    Cursor addTo(Cursor cursor) {
        if (rowsBySecond.isEmpty()) {
            return cursor.with(KEY, null);
        }
        StringJoiner text = new StringJoiner(",");
        for (Map.Entry<LocalDateTime, Integer> entry : rowsBySecond.entrySet()) {
            text.add(PlatformTime.format(entry.getKey()) + "=" + entry.getValue());
        }
        return cursor.with(KEY, text.toString());
    }

    void add(LocalDateTime second, int rows) {
        rowsBySecond.put(second, rows);
    }

    boolean hasCountedAtLeast(LocalDateTime second, int rows) {
        Integer counted = rowsBySecond.get(second);
        return counted != null && counted >= rows;
    }

    void forgetBefore(LocalDateTime time) {
        rowsBySecond.headMap(time).clear();
    }
}
