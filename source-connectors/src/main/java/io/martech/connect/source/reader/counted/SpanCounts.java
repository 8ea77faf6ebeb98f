package io.martech.connect.source.reader.counted;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The number of events of each span of a subject when it was read; the spans do not overlap. */
public final class SpanCounts {

    private final TreeMap<Long, Counted> byStart = new TreeMap<>();

    private record Counted(Span span, long count) {}

    /**
     * @param text a result of {@link #text}; null for none
     * @throws IllegalArgumentException if it is not such a text
     */
    public static SpanCounts parse(String text) {
        SpanCounts counts = new SpanCounts();
        if (text != null && !text.isEmpty()) {
            for (String counted : text.split(" ")) {
                int equals = counted.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("'" + counted + "' is no span with a count");
                }
                counts.put(Span.parse(counted.substring(0, equals)), Long.parseLong(counted.substring(equals + 1)));
            }
        }
        return counts;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Counted counted : byStart.values()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(counted.span)
                    .append('=')
                    .append(counted.count);
        }
        return text.toString();
    }

    /** Records that the span was read; replaces the spans that it overlaps. */
    void put(Span span, long count) {
        inside(span).clear();
        Counted around = around(span);
        if (around != null) {
            byStart.remove(around.span.start());
        }
        byStart.put(span.start(), new Counted(span, count));
    }

    /** The number of its events, or -1 unless all of it was read, as one span or in parts. */
    long of(Span span) {
        long covered = 0;
        long count = 0;
        for (Counted counted : inside(span).values()) {
            if (!span.contains(counted.span)) {
                return -1;
            }
            covered += counted.span.end() - counted.span.start();
            count += counted.count;
        }
        return covered == span.end() - span.start() ? count : -1;
    }

    /** Whether parts of it were read separately. */
    boolean isSplit(Span span) {
        return inside(span).values().stream().anyMatch(counted -> counted.span.level() < span.level());
    }

    /** The span containing that second, as it was read, or null. */
    Span at(long second) {
        Map.Entry<Long, Counted> entry = byStart.floorEntry(second);
        return entry == null || entry.getValue().span.end() <= second ? null : entry.getValue().span;
    }

    /** All spans that were read. */
    List<Span> spans() {
        return byStart.values().stream().map(counted -> counted.span).toList();
    }

    private Counted around(Span span) {
        Map.Entry<Long, Counted> entry = byStart.floorEntry(span.start());
        return entry != null && entry.getValue().span.contains(span) ? entry.getValue() : null;
    }

    private Map<Long, Counted> inside(Span span) {
        return byStart.subMap(span.start(), span.end());
    }
}
