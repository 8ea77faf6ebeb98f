package io.martech.connect.client;

import java.time.Instant;

/**
 * Trusted time: a time that the platform's own clock has certainly reached, even if single responses claim otherwise.
 * Between responses it advances with the monotonic clock. It may go back by any amount when a response shows that it was
 * ahead.
 */
public interface ServerClock {

    /**
     * A time that the platform has reached. Before the first response with a Date header it is the worker's clock minus
     * 60 s.
     *
     * @throws PlatformException if the clocks of platform and worker differ by more than a day, so that one of them must
     *     be wrong
     */
    Instant now();

    /**
     * A time that the platform has not passed as far as is known: never before {@link #now()} nor before the worker's
     * clock. A stored offset beyond it cannot have been read.
     */
    default Instant latestPossible() {
        return now();
    }
}
