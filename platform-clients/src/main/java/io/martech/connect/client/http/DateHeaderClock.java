package io.martech.connect.client.http;

import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.response.RawResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform's clock from the Date headers of its answers. A Date header names a second that had begun when the
 * answer was made, so the clock never runs ahead of the platform's. Between answers only the monotonic clock moves it:
 * the worker's own clock may be wrong and may jump.
 */
public final class DateHeaderClock implements ServerClock {

    private static final Logger LOG = LoggerFactory.getLogger(DateHeaderClock.class);

    /** How wrong a worker's clock is assumed to be at most, if the platform does not tell the time. */
    private static final Duration DISTRUST = Duration.ofSeconds(60);

    private final String platform;
    private final TimeSource time;

    private volatile Reading last;
    private boolean warned;

    private record Reading(Instant date, long nanos) {}

    public DateHeaderClock(String platform, TimeSource time) {
        this.platform = platform;
        this.time = time;
    }

    @Override
    public Instant now() {
        Reading reading = last;
        return reading == null
                ? time.now().minus(DISTRUST)
                : reading.date().plusNanos(time.nanoTime() - reading.nanos());
    }

    /** Takes the time of an answer; one from a cache, or without a Date header, does not count. */
    void observe(RawResponse answer) {
        Optional<Instant> date = answer.date();
        if (date.isPresent()) {
            last = new Reading(date.get(), time.nanoTime());
        } else if (last == null) {
            warnOnce();
        }
    }

    private synchronized void warnOnce() {
        if (!warned) {
            warned = true;
            LOG.warn(
                    "{} answers without a Date header of its own, so its clock is unknown: the worker's clock minus {} s"
                            + " is used instead. Keep the worker's clock synchronised (NTP).",
                    platform,
                    DISTRUST.toSeconds());
        }
    }
}
