package io.martech.connect.sandbox.linkflow.model;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers and dates all changes of the platform's data, and decides when readers begin to see them. Thread-safe. */
public final class Changes {

    private final InstantSource clock;
    private final long seed;
    private final LinkflowQuirks quirks;
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();

    public Changes(InstantSource clock, long seed, LinkflowQuirks quirks) {
        this.clock = clock;
        this.seed = seed;
        this.quirks = quirks;
    }

    /** Epoch milliseconds of the platform's clock. */
    long now() {
        return clock.millis();
    }

    /** A change made now. */
    Stamp stamp() {
        long number = sequence.incrementAndGet();
        long draw = Hash.of(seed, number);
        long now = now();
        return new Stamp(
                number, Math.floorDiv(now, 1000L), now + quirks.commitDelay().millis(draw), draw);
    }

    /** The moment whose state a read shows: now, or earlier where a stale replica answers. */
    long momentOfRead() {
        LinkflowQuirks.StaleReplicas replicas = quirks.staleReplicas();
        long staleness = Math.min(replicas.staleness().toMillis(), RowStore.LONGEST_STALENESS_MILLIS);
        boolean isStale = new Draw(seed, -1, reads.incrementAndGet()).share() < replicas.share();
        return isStale ? now() - staleness : now();
    }

    /** A number for shuffling the rows of one read. */
    long shuffle() {
        return Hash.of(seed, -2, reads.incrementAndGet());
    }

    /**
     * One change.
     *
     * @param sequence higher for later changes
     * @param second epoch second of the change
     * @param visibleFrom epoch milliseconds
     * @param seed for content made by this change
     */
    record Stamp(long sequence, long second, long visibleFrom, long seed) {}
}
