package io.martech.connect.sink.engine;

import io.martech.connect.sink.dispatch.Attempts;

/**
 * Tells an outage from records that the platform does not take: an undocumented refusal is the record's own if requests that left
 * after it are accepted, and an outage if others are refused too. Safe for use by many threads.
 */
final class AcceptedNeighbours {

    /** So many others that are refused for the first time, and none accepted since, look like an outage. */
    private static final int REFUSED_IN_AN_OUTAGE = 5;

    private boolean anyAccepted;
    private long lastAcceptedLeftNanos;
    private int refusedSince;
    private int period;
    private Object trial;

    /**
     * A request was accepted.
     *
     * @param before its attempts; if it had been refused before, refusals pass, so none of those so far says anything of a record
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

    /** A request was refused. */
    synchronized void refused(Attempts attempts, long nowNanos) {
        if (attempts.refusals() == 0) {
            refusedSince++;
        }
        attempts.refused(nowNanos, period);
    }

    /** Whether others were accepted that left after the first refusal of this request. */
    synchronized boolean of(Attempts refused) {
        return anyAccepted
                && lastAcceptedLeftNanos - refused.firstRefusalNanos() > 0
                && refusedSince <= REFUSED_IN_AN_OUTAGE;
    }

    /**
     * Whether this batch may be split although no others are accepted, to find out whether its own records are. One at a time: in an outage
     * the others stay whole.
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
