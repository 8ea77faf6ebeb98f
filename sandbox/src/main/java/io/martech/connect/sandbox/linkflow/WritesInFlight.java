package io.martech.connect.sandbox.linkflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notices when two writes that speak of the same person are in flight at once: their order is then left to chance. Thread-safe. */
final class WritesInFlight {

    private final Map<String, Integer> persons = new HashMap<>();
    private int current;
    private int most;
    private long conflicts;

    synchronized void begin(List<String> request) {
        if (request.stream().anyMatch(persons::containsKey)) {
            conflicts++;
        }
        request.forEach(person -> persons.merge(person, 1, Integer::sum));
        current++;
        most = Math.max(most, current);
    }

    synchronized void end(List<String> request) {
        request.forEach(person -> persons.computeIfPresent(person, (key, count) -> count == 1 ? null : count - 1));
        current--;
    }

    synchronized int most() {
        return most;
    }

    synchronized long conflicts() {
        return conflicts;
    }
}
