package io.martech.connect.sandbox.linkflow.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Ids to change at random: most changes hit a few hot rows again and again, the rest any row. Not thread-safe. */
final class HotSet {

    private static final int HOT_ROWS = 20;
    private static final int HOT_PERCENT = 70;

    private final List<Long> ids = new ArrayList<>();
    private final List<Long> hot = new ArrayList<>();

    /** Ids must be added in ascending order. */
    void add(long id) {
        ids.add(id);
    }

    void remove(long id) {
        int index = Collections.binarySearch(ids, id);
        if (index >= 0) {
            ids.remove(index);
        }
        hot.remove(id);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    long pick(Draw draw) {
        if (hot.size() >= Math.min(HOT_ROWS, ids.size()) && draw.happens(HOT_PERCENT)) {
            return hot.get(draw.below(hot.size()));
        }
        Long id = ids.get(draw.below(ids.size()));
        if (hot.size() < HOT_ROWS && !hot.contains(id)) {
            hot.add(id);
        }
        return id;
    }
}
