package io.martech.connect.sink.lookup;

import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.TimeSource;
import java.time.Duration;

/** Lets a request thread wait until it is interrupted or the time is over. */
public final class Pauses {

    private final TimeSource time;

    public Pauses(TimeSource time) {
        this.time = time;
    }

    /**
     * @param purpose completes "while waiting for"
     * @throws ClientClosedException if the thread is interrupted while it waits
     */
    public void pause(Duration duration, String purpose) {
        try {
            time.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClientClosedException("Interrupted while waiting for " + purpose, interrupted);
        }
    }
}
