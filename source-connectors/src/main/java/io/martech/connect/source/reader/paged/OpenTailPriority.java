package io.martech.connect.source.reader.paged;

import io.martech.connect.client.ClientClosedException;
import java.util.TreeSet;

/**
 * Gives new rows priority over re-reading, for all resources that share a quota: each request for old rows waits for the
 * polls for new ones that started before it. Later polls are not waited for: where new rows appear all the time, old rows
 * would never be read. Thread-safe.
 */
public final class OpenTailPriority {

    /** The numbers of the polls in progress. */
    private final TreeSet<Long> looks = new TreeSet<>();

    private long begun;

    /**
     * A resource starts to poll for new rows.
     *
     * @return the number of the poll
     */
    public synchronized long begin() {
        long look = begun++;
        looks.add(look);
        return look;
    }

    /** The poll has ended or failed. */
    public synchronized void end(long look) {
        looks.remove(look);
        notifyAll();
    }

    /**
     * Returns when all polls now in progress have ended. To be called before each request for old rows.
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
