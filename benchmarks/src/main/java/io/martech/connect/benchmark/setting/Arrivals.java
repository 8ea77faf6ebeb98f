package io.martech.connect.benchmark.setting;

import java.util.List;
import java.util.Set;

/**
 * What arrived in a topic.
 *
 * @param keys every key that arrived
 * @param arrivedAt per record, in order, when the broker got it; epoch milliseconds
 */
public record Arrivals(Set<Long> keys, List<Long> arrivedAt) {

    private static final double MILLIS_PER_SECOND = 1_000;

    public Arrivals {
        keys = Set.copyOf(keys);
        arrivedAt = List.copyOf(arrivedAt);
    }

    /** How many records arrived. */
    public int records() {
        return arrivedAt.size();
    }

    /** Records a second, without the first ones, during which a JVM only gets going. */
    public double perSecondAfter(int skipped) {
        return perSecond(skipped, records() - 1);
    }

    /** Records a second, from the first to the last. */
    public double perSecond() {
        return perSecond(0, records() - 1);
    }

    private double perSecond(int from, int to) {
        return (to - from) * MILLIS_PER_SECOND / Math.max(1, arrivedAt.get(to) - arrivedAt.get(from));
    }
}
