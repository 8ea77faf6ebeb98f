package io.martech.connect.source.strategy;

import io.martech.connect.client.ClientClosedException;

/**
 * What is new comes before what is read again, for all resources that share a quota: a reading of old rows waits while any
 * resource is looking for new ones. Safe for use by several threads.
 */
public final class TailsFirst {

    private int tails;

    /** A resource begins to look for what is new. */
    synchronized void begin() {
        tails++;
    }

    /** It has looked, or has failed to. */
    synchronized void end() {
        tails--;
        notifyAll();
    }

    /**
     * Returns when no resource is looking for what is new. To be called before each request for old rows.
     *
     * @throws ClientClosedException if the thread was interrupted
     */
    synchronized void awaitTurn() {
        try {
            while (tails > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientClosedException("Interrupted while what is new was read first", e);
        }
    }
}
