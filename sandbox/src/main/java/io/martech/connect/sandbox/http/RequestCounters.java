package io.martech.connect.sandbox.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests by name. Thread-safe. */
public final class RequestCounters {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts one request. */
    public void count(String name) {
        counts.computeIfAbsent(name, unused -> new LongAdder()).increment();
    }

    /** Requests of that name so far. */
    public long of(String name) {
        LongAdder count = counts.get(name);
        return count == null ? 0 : count.sum();
    }

    /** Requests of all names so far. */
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** A copy of all counts, sorted by name. */
    public Map<String, Long> all() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((name, count) -> copy.put(name, count.sum()));
        return copy;
    }

    /** Starts again from zero. */
    public void reset() {
        counts.clear();
    }
}
