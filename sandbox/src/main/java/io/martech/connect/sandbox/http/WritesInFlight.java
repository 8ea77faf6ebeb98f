package io.martech.connect.sandbox.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notices when two writes that speak of the same person are in flight at once: their order is then left to chance. Thread-safe. */
public final class WritesInFlight {

    private final Map<String, Integer> persons = new HashMap<>();
    private int current;
    private int most;
    private long conflicts;

    /** A write of these persons begins. */
    public synchronized void begin(List<String> request) {
        if (request.stream().anyMatch(persons::containsKey)) {
            conflicts++;
        }
        request.forEach(person -> persons.merge(person, 1, Integer::sum));
        current++;
        most = Math.max(most, current);
    }

    /** It has ended. */
    public synchronized void end(List<String> request) {
        request.forEach(person -> persons.computeIfPresent(person, (key, count) -> count == 1 ? null : count - 1));
        current--;
    }

    /** The most writes that were ever in flight at once. */
    public synchronized int most() {
        return most;
    }

    /** How often a write began while another one that shares a person with it was in flight. */
    public synchronized long conflicts() {
        return conflicts;
    }
}
