package io.martech.connect.source.reader.resync;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * How often everything is read again.
 *
 * @param interval how long to rest between the end of a rescan and the beginning of the next
 * @param lookInterval how often to look for changes while a rescan is under way
 * @param startTime rows that were updated last before it are not wanted; null if all are
 */
public record ResyncSettings(Duration interval, Duration lookInterval, LocalDateTime startTime) {}
