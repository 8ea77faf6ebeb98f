package io.martech.connect.sink.linkflow;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many actions a request may hold. The platform has a limit (B00031) that no document names: it is found by halving what
 * was too much, and remembered until the task ends. Safe for use by many threads.
 */
final class ActionLimit {

    private static final Logger LOG = LoggerFactory.getLogger(ActionLimit.class);

    private final AtomicInteger most = new AtomicInteger(Integer.MAX_VALUE);

    int current() {
        return most.get();
    }

    /** So many, two or more, were too much. */
    void wasExceededBy(int actions) {
        int half = actions / 2;
        if (most.getAndUpdate(known -> Math.min(known, half)) > half) {
            LOG.info(
                    "Linkflow takes less than {} tag values in one request; from now on at most {} are sent",
                    actions,
                    half);
        }
    }
}
