package io.martech.connect.sandbox.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What shapes every answer of a simulated platform, whatever is asked. What can change while it runs is asked for each request anew.
 *
 * @param clock the platform's own clock, which {@code Date} headers follow
 * @param seed what the draws of faults and latencies follow from
 * @param latency how long after its request an answer leaves, in real time. The platform looks at, or changes, its state at a
 *     random moment in between
 * @param hasDateHeader whether answers carry {@code Date}
 * @param age how old the answers are that pretend to come from a cache; null for no cache
 */
public record ApiConditions(
        InstantSource clock,
        long seed,
        Supplier<DurationRange> latency,
        BooleanSupplier hasDateHeader,
        Supplier<Duration> age) {

    /** A platform without a cache in front of it. */
    public ApiConditions(
            InstantSource clock, long seed, Supplier<DurationRange> latency, BooleanSupplier hasDateHeader) {
        this(clock, seed, latency, hasDateHeader, () -> null);
    }
}
