package io.martech.connect.benchmark.sink;

import java.util.ArrayList;
import java.util.List;

/** Makes events. Their numbers ascend over all calls. */
final class People {

    private static final int EVERY_FOURTH = 4;

    private int next;

    /** So many events, each of another person whom nobody has seen before. */
    List<Event> strangers(int count) {
        List<Event> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(stranger());
        }
        return events;
    }

    /** So many events, three of four of few people in turn, the others of strangers: the former have to wait for each other. */
    List<Event> mostlyRegulars(int count, int regulars) {
        List<Event> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(i % EVERY_FOURTH == 0 ? stranger() : new Event(phone("138", i % regulars), next++));
        }
        return events;
    }

    private Event stranger() {
        return new Event(phone("139", next), next++);
    }

    private static String phone(String prefix, int number) {
        return prefix + String.format("%08d", number);
    }
}
