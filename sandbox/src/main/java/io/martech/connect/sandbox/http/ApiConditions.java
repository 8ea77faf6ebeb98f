package io.martech.connect.sandbox.http;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What shapes every answer of a simulated platform, whatever is asked. May be changed while requests are served. Thread-safe. Setters
 * return this object.
 */
public final class ApiConditions {
    private final InstantSource clock;
    private final long seed;
    private final DateHeaders dates = new DateHeaders();
    private volatile DurationRange latency = DurationRange.NONE;

    /**
     * Answers leave at once.
     *
     * @param clock the platform's own clock, which {@code Date} headers follow
     * @param seed what the draws of faults and latencies follow from
     */
    public ApiConditions(InstantSource clock, long seed) {
        this.clock = clock;
        this.seed = seed;
    }

    /** Every answer leaves this long after its request came, in real time. */
    public ApiConditions latency(Duration value) {
        return latency(value, value);
    }

    /**
     * Every answer leaves a random time after its request came, in real time. The platform looks at, or changes, its state
     * at a random moment in between.
     */
    public ApiConditions latency(Duration shortest, Duration longest) {
        latency = new DurationRange(shortest, longest);
        return this;
    }

    /** What answers say of the time. */
    public DateHeaders dates() {
        return dates;
    }

    public InstantSource clock() {
        return clock;
    }

    public long seed() {
        return seed;
    }

    DurationRange latency() {
        return latency;
    }
}
