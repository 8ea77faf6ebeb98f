package io.martech.connect.source.reader.paged;

import io.martech.connect.client.ClientClosedException;
import java.util.TreeSet;

/**
 * What is new comes before what is read again, for all resources that share a quota: each request for old rows waits for those that
 * are looking for new ones. Only for looks that began before it: where something new comes all the time, old rows would never be
 * read. Safe for use by several threads.
 */
public final class OpenTailPriority {

    /** The looks that are under way, by their numbers. */
    private final TreeSet<Long> looks = new TreeSet<>();

    private long begun;

    /** A resource begins to look for what is new. @return the number of the look */
    public synchronized long begin() {
        long look = begun++;
        looks.add(look);
        return look;
    }

    /** It has looked, or has failed to. */
    public synchronized void end(long look) {
        looks.remove(look);
        notifyAll();
    }

    /**
     * Returns when all looks that are under way now have ended. To be called before each request for old rows.
     *
     * @throws ClientClosedException if the thread was interrupted
     */
    public synchronized void awaitTurn() {
        long next = begun;
        try {
            while (!looks.isEmpty() && looks.first() < next) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientClosedException("Interrupted while what is new was read first", e);
        }
    }
}
