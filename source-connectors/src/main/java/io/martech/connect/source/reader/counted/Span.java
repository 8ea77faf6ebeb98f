package io.martech.connect.source.reader.counted;

import java.util.ArrayList;
import java.util.List;

/**
 * A span of 2<sup>level</sup> seconds that starts at a multiple of its length, so that halving it always gives the same
 * halves.
 *
 * @param start its first second, in seconds since 1970
 */
public record Span(long start, int level) {

    private static final int ROOT_LEVEL = 32;

    /** From 1970 to 2106. */
    static final Span ALL = new Span(0, ROOT_LEVEL);

    public Span {
        if (level < 0 || level > ROOT_LEVEL || start < 0 || start % (1L << level) != 0) {
            throw new IllegalArgumentException("There is no span " + start + "/" + level);
        }
    }

    /** @throws IllegalArgumentException if the text is not a result of {@link #toString} */
    static Span parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + text + "' is no span");
        }
        return new Span(Long.parseLong(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** The first second after it. */
    public long end() {
        return start + (1L << level);
    }

    boolean isOneSecond() {
        return level == 0;
    }

    Span earlierHalf() {
        return new Span(start, level - 1);
    }

    Span laterHalf() {
        return new Span(start + (1L << (level - 1)), level - 1);
    }

    boolean contains(Span other) {
        return level >= other.level && start <= other.start && other.end() <= end();
    }

    /** Itself and every span that contains it, up to the whole of time. */
    List<Span> withAllAround() {
        List<Span> spans = new ArrayList<>();
        for (int around = level; around <= ROOT_LEVEL; around++) {
            spans.add(new Span((start >> around) << around, around));
        }
        return spans;
    }

    @Override
    public String toString() {
        return start + "/" + level;
    }
}
