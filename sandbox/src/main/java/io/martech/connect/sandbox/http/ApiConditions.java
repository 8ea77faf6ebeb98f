package io.martech.connect.sandbox.http;

import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What shapes every answer of a simulated platform, whatever is asked. What can change while it runs is asked for each request anew.
 *
 * @param clock the platform's own clock, which {@code Date} headers follow
 * @param seed what the draws of faults and latencies follow from
 * @param latency how long after its request an answer leaves, in real time. The platform looks at, or changes, its state at a
 *     random moment in between
 * @param dates what answers say of the time
 */
public record ApiConditions(InstantSource clock, long seed, Supplier<DurationRange> latency, DateHeaders dates) {}
