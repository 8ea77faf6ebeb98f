package io.martech.connect.source.reader.resync;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * When everything is read again. Times are in the platform's zone.
 *
 * @param interval the time from the end of a resync to the next; zero for never
 * @param request a text that the user changes to start a resync now; empty for none
 * @param from for a requested resync, only rows updated at or after it are emitted; null for all
 * @param to for a requested resync, only rows updated before it are emitted; null for all
 * @param pollInterval how often to poll for changes while a resync is under way
 * @param startTime rows last updated before it are not emitted; null if all are
 */
public record ResyncSettings(
        Duration interval,
        String request,
        LocalDateTime from,
        LocalDateTime to,
        Duration pollInterval,
        LocalDateTime startTime) {

    public boolean isOff() {
        return interval.isZero() && request.isEmpty();
    }
}
