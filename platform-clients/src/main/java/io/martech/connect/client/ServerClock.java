package io.martech.connect.client;

import java.time.Instant;

/**
 * Trusted time: a time that the platform's own clock has certainly reached, whatever single answers say. Between answers it moves by the
 * monotonic clock only. It may go back, by any amount, when an answer shows that it was ahead.
 */
public interface ServerClock {

    /**
     * A time that the platform has reached. Until an answer with a Date header was seen it is the worker's clock minus 60 s.
     *
     * @throws PlatformException if platform and worker disagree by more than a day, so that one of them must be wrong
     */
    Instant now();

    /**
     * A time that the platform has not passed yet, as far as anything shows: never before {@link #now()}, and no earlier than the
     * worker's clock. What was stored as read beyond it was not read.
     */
    default Instant latestPossible() {
        return now();
    }
}
