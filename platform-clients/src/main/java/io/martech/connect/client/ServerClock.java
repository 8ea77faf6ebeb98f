package io.martech.connect.client;

import java.time.Instant;

/** The platform's clock: the Date header of its last answer, moved on by the monotonic clock only. */
public interface ServerClock {

    /**
     * A time that the platform's own clock has certainly reached. Until an answer with a Date header was seen it is
     * the worker's clock minus 60 s.
     */
    Instant now();
}
