package io.martech.connect.client.http;

import io.martech.connect.client.response.CallResult;
import java.util.concurrent.Semaphore;

/**
 * Limits the number of concurrent requests of a client to {@code max.in.flight.requests}: a task reads several resources
 * at once, and each of them may send several requests. Token calls need no permit: they are few, and the request that
 * waits for one holds its own.
 */
public final class ConcurrencyLimiter implements Interceptor {

    private final Semaphore places;
    private final Interceptor next;

    /** @param places shared by all requests of the client */
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
