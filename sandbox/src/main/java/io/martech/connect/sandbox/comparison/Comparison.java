package io.martech.connect.sandbox.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison has found.
 *
 * @param name what was compared with what, such as "orders -> lf.orders"
 * @param expected how many there should be
 * @param missing the keys that should be there and are not
 * @param different a key and what differs
 * @param unexpected the keys that are there and should not be
 * @param outOfOrder a key and what came in the wrong order; always empty where there is no order to keep
 */
public record Comparison(
        String name,
        int expected,
        List<String> missing,
        List<String> different,
        List<String> unexpected,
        List<String> outOfOrder) {

    public Comparison {
        missing = List.copyOf(missing);
        different = List.copyOf(different);
        unexpected = List.copyOf(unexpected);
        outOfOrder = List.copyOf(outOfOrder);
    }

    /** Whether both sides are the same. */
    public boolean isEqual() {
        return findings().isEmpty();
    }

    /** Every difference as a sentence; empty if there is none. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        missing.forEach(key -> findings.add(name + ": missing " + key));
        different.forEach(text -> findings.add(name + ": different " + text));
        unexpected.forEach(key -> findings.add(name + ": unexpected " + key));
        outOfOrder.forEach(text -> findings.add(name + ": out of order " + text));
        return findings;
    }
}
