package io.martech.connect.source.reader.resync;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * When everything is read again. Times are in the platform's zone.
 *
 * @param interval how long after the end of a resync the next begins; zero for never
 * @param request a text that the user changes to begin one now; empty for none
 * @param from of a requested one, only rows updated at or after it are emitted; null for all
 * @param to of a requested one, only rows updated before it are emitted; null for all
 * @param pollInterval how often to poll for changes while a resync is under way
 * @param startTime rows that were updated last before it are not wanted; null if all are
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
