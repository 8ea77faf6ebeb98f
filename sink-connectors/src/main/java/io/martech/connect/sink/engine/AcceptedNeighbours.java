package io.martech.connect.sink.engine;

import io.martech.connect.sink.dispatch.Attempts;

/**
 * Distinguishes an outage from records that the platform does not accept: an undocumented rejection is caused by the
 * record if requests sent after it are accepted, and by an outage if others are rejected too. Thread-safe.
 */
final class AcceptedNeighbours {

    /**
     * If more than this many others are rejected for the first time, and none accepted since, it looks like an outage.
     */
    private static final int REFUSED_IN_AN_OUTAGE = 5;

    private boolean anyAccepted;
    private long lastAcceptedLeftNanos;
    private int refusedSince;
    private int period;
    private Object trial;

    /**
     * A request was accepted.
     *
     * @param before its attempts; if it had been rejected before, rejections are transient, so none of those so far is
     *     evidence against a record
     */
    synchronized void accepted(Attempts before) {
        if (!anyAccepted || before.leftNanos() - lastAcceptedLeftNanos > 0) {
            lastAcceptedLeftNanos = before.leftNanos();
        }
        anyAccepted = true;
        refusedSince = 0;
        if (before.refusals() > 0) {
            period++;
        }
    }

    /** A request was rejected. */
    synchronized void refused(Attempts attempts, long nowNanos) {
        if (attempts.refusals() == 0) {
            refusedSince++;
        }
        attempts.refused(nowNanos, period);
    }

    /** Whether requests were accepted that were sent after the first rejection of this one. */
    synchronized boolean of(Attempts refused) {
        return anyAccepted
                && lastAcceptedLeftNanos - refused.firstRefusalNanos() > 0
                && refusedSince <= REFUSED_IN_AN_OUTAGE;
    }

    /**
     * Whether this batch may be split although no others are accepted, to find out whether some of its own records are.
     * One batch at a time: in an outage the others stay whole.
     */
    synchronized boolean mayTry(Object batch) {
        if (trial == null) {
            trial = batch;
        }
        return trial == batch;
    }

    synchronized void isOver(Object batch) {
        if (trial == batch) {
            trial = null;
        }
    }
}
