package io.martech.connect.client.http;

import io.martech.connect.client.response.CallResult;
import java.util.concurrent.Semaphore;

/**
 * Lets at most so many requests be under way at once as {@code max.in.flight.requests} says, whoever sends them: a task reads
 * several resources at once, and each of them may send several requests. Calls for tokens are not counted: they are few, and a
 * request that waits for one holds its place.
 */
public final class ConcurrencyLimiter implements Interceptor {

    private final Semaphore places;
    private final Interceptor next;

    /** @param places of all requests of the client */
    public ConcurrencyLimiter(Semaphore places, Interceptor next) {
        this.places = places;
        this.next = next;
    }

    @Override
    public CallResult send(ApiCall call) throws InterruptedException {
        places.acquire();
        try {
            return next.send(call);
        } finally {
            places.release();
        }
    }
}
