package io.martech.connect.client;

import java.util.concurrent.Semaphore;

/**
 * Lets at most so many requests be under way at once as {@code max.in.flight.requests} says, whoever sends them: a task reads
 * several resources at once, and each of them may send several requests. Calls for tokens are not counted: they are few, and a
 * request that waits for one holds its place.
 */
final class InFlight implements Exchange {

    private final Semaphore places;
    private final Exchange next;

    /** @param places of all requests of the client */
    InFlight(Semaphore places, Exchange next) {
        this.places = places;
        this.next = next;
    }

    @Override
    public Outcome send(ApiCall call) throws InterruptedException {
        places.acquire();
        try {
            return next.send(call);
        } finally {
            places.release();
        }
    }
}
