package io.martech.connect.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Decides for each subject whether a message may be logged now: the first time, and then at most twice a minute. */
public final class ThrottledLogger {

    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final TimeSource time;
    private final Map<String, Long> lastNanos = new ConcurrentHashMap<>();

    public ThrottledLogger(TimeSource time) {
        this.time = time;
    }

    public boolean isDue(String subject) {
        long now = time.nanoTime();
        boolean[] due = {false};
        lastNanos.compute(subject, (key, last) -> {
            due[0] = last == null || now - last >= PERIOD.toNanos();
            return due[0] ? Long.valueOf(now) : last;
        });
        return due[0];
    }
}
