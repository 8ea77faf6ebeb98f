package io.martech.connect.client.http;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.response.RawResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trusted time from the Date headers of a platform's responses. A Date header may come from one node of several, or from
 * a proxy, so the response of the last ten minutes that is furthest behind is used: a node that is ahead changes nothing,
 * one that is behind costs latency. A Date header names a second that had begun when the response was made. The worker's
 * clock may be wrong and may jump; it only decides whether a Date is plausible, and is the fallback without Date headers.
 */
public final class DateHeaderClock implements ServerClock {

    private static final Logger LOG = LoggerFactory.getLogger(DateHeaderClock.class);

    /** The assumed maximum error of the worker's clock, if the platform sends no Date. */
    private static final Duration DISTRUST = Duration.ofSeconds(60);

    private static final Duration SPREAD_WARNING = Duration.ofMinutes(1);
    private static final Duration WORKER_WARNING = Duration.ofMinutes(10);
    private static final Duration WORKER_ERROR = Duration.ofDays(1);

    /** For so long an error stands without another answer; then requests may find out whether it is mended. */
    private static final Duration ERROR_STANDS = Duration.ofSeconds(10);

    private final String platform;
    private final TimeSource time;
    private final Readings dates = new Readings();
    private final Readings workersClock = new Readings();

    /** The Date of the last response minus the monotonic clock, in milliseconds; null before the first. */
    private Long last;

    /** How many responses in a row had a Date more than a day from the worker's clock, and the earliest of these. */
    private int implausible;

    private long implausibleOffset;

    /** When the last of these came, on the monotonic clock. */
    private long implausibleAt;

    private boolean hasWarnedOfMissingDate;
    private boolean hasWarnedOfSpread;

    /** When worker and platform last disagreed, on the monotonic clock; null if never. */
    private Long disagreedAt;

    public DateHeaderClock(String platform, TimeSource time) {
        this.platform = platform;
        this.time = time;
    }

    @Override
    public synchronized Instant now() {
        boolean isFresh = time.nanoTime() - implausibleAt < ERROR_STANDS.toNanos();
        if (implausible >= Readings.LEAST_ANSWERS && isFresh) {
            throw disagreement();
        }
        return Instant.ofEpochMilli(offset() + monotonicMillis());
    }

    @Override
    public synchronized Instant latestPossible() {
        long worker = workersOffset();
        long latest = dates.isEmpty() ? worker : Math.max(worker, dates.isEnough() ? dates.min() : dates.max());
        return Instant.ofEpochMilli(Math.max(latest, offset()) + monotonicMillis());
    }

    /**
     * The time by the last response alone: most likely the clock of the node that serves the next request, for signatures
     * and tokens.
     */
    public synchronized Instant ofLastAnswer() {
        return last == null ? time.now().minus(DISTRUST) : Instant.ofEpochMilli(last + monotonicMillis());
    }

    /** Records the time of a response; ignores one from a cache or without a Date header. */
    synchronized void observe(RawResponse answer) {
        Optional<Instant> date = answer.date();
        if (date.isPresent()) {
            last = date.get().toEpochMilli() - monotonicMillis();
            take(last);
        } else if (dates.isEmpty()) {
            workersClock.add(workersOffset(), time.nanoTime());
            warnOfMissingDate();
        }
    }

    private void take(long offset) {
        if (differsByMoreThan(WORKER_ERROR, offset)) {
            implausibleOffset = implausible == 0 ? offset : Math.min(implausibleOffset, offset);
            implausible++;
            implausibleAt = time.nanoTime();
            warnOfWorker(offset);
            return;
        }
        implausible = 0;
        dates.add(offset, time.nanoTime());
        long spread = dates.max() - dates.min();
        if (spread > SPREAD_WARNING.toMillis()) {
            warnOfSpread(spread);
        } else {
            hasWarnedOfSpread = false;
        }
        if (dates.isEnough() && differsByMoreThan(WORKER_WARNING, dates.min())) {
            warnOfWorker(dates.min());
        }
    }

    /** Trusted time minus the monotonic clock, in milliseconds. */
    private long offset() {
        long worker = workersOffset();
        if (dates.isEmpty()) {
            long cautious = (workersClock.isEmpty() ? worker : workersClock.min()) - DISTRUST.toMillis();
            return implausible == 0 ? cautious : Math.min(cautious, implausibleOffset);
        }
        // The first responses may all have come from one node that is ahead.
        boolean isHeldBack = !dates.isEnough() && dates.min() > worker + SPREAD_WARNING.toMillis();
        return isHeldBack ? worker : dates.min();
    }

    private boolean differsByMoreThan(Duration limit, long offset) {
        return Math.abs(offset - workersOffset()) > limit.toMillis();
    }

    private long workersOffset() {
        return time.now().toEpochMilli() - monotonicMillis();
    }

    private long monotonicMillis() {
        return Math.floorDiv(time.nanoTime(), 1_000_000L);
    }

    private PlatformException disagreement() {
        return new PlatformException(
                Category.STOP,
                platform + " says in its Date header that it is " + ofLastAnswer() + ", the worker's clock says "
                        + time.now()
                        + ": more than a day apart, so that nothing can be read up to now. Correct the worker's clock (NTP),"
                        + " or whatever sets the Date of the answers.",
                0,
                null,
                null,
                null);
    }

    private void warnOfMissingDate() {
        if (!hasWarnedOfMissingDate) {
            hasWarnedOfMissingDate = true;
            LOG.warn(
                    "{} answers without a Date header of its own, so its clock is unknown: the worker's clock minus {} s"
                            + " is used instead. Keep the worker's clock synchronised (NTP).",
                    platform,
                    DISTRUST.toSeconds());
        }
    }

    private void warnOfSpread(long spreadMillis) {
        if (!hasWarnedOfSpread) {
            hasWarnedOfSpread = true;
            LOG.warn(
                    "The Date headers of {}'s answers differ by {} s: the clocks of its nodes or proxies disagree. The one that"
                            + " is furthest behind is used, so that nothing is skipped; rows arrive that much later.",
                    platform,
                    spreadMillis / 1_000);
        }
    }

    private void warnOfWorker(long offset) {
        long now = time.nanoTime();
        boolean isKnown = disagreedAt != null && now - disagreedAt < Readings.KEPT_NANOS;
        disagreedAt = now;
        if (!isKnown) {
            LOG.warn(
                    "{} says in its Date header that it is {}, the worker's clock says {}. One of them is wrong.",
                    platform,
                    Instant.ofEpochMilli(offset + monotonicMillis()),
                    time.now());
        }
    }

    /** Readings of a clock in the last ten minutes, as differences from the monotonic clock. */
    private static final class Readings {

        /** How many readings are needed before the worker's clock is overruled. */
        private static final int LEAST_ANSWERS = 3;

        /** Where responses are rare, this many are kept regardless of age: the clock must not depend on a single one. */
        private static final int KEPT_ANSWERS = 8;

        private static final long KEPT_NANOS = Duration.ofMinutes(10).toNanos();
        private static final long SLOT_NANOS = Duration.ofSeconds(10).toNanos();

        private final Deque<Slot> slots = new ArrayDeque<>();
        private long answers;

        /** The readings of ten seconds, aggregated so that a busy client does not keep thousands. */
        private static final class Slot {

            private final long start;
            private long min = Long.MAX_VALUE;
            private long max = Long.MIN_VALUE;
            private long answers;

            private Slot(long start) {
                this.start = start;
            }
        }

        private void add(long offset, long nanos) {
            if (slots.isEmpty() || nanos - slots.getLast().start >= SLOT_NANOS) {
                slots.add(new Slot(nanos));
            }
            Slot slot = slots.getLast();
            slot.min = Math.min(slot.min, offset);
            slot.max = Math.max(slot.max, offset);
            slot.answers++;
            answers++;
            while (nanos - slots.getFirst().start > KEPT_NANOS && answers - slots.getFirst().answers >= KEPT_ANSWERS) {
                answers -= slots.removeFirst().answers;
            }
        }

        private boolean isEmpty() {
            return slots.isEmpty();
        }

        private boolean isEnough() {
            return answers >= LEAST_ANSWERS;
        }

        private long min() {
            return slots.stream().mapToLong(slot -> slot.min).min().orElseThrow();
        }

        private long max() {
            return slots.stream().mapToLong(slot -> slot.max).max().orElseThrow();
        }
    }
}
