package io.martech.connect.source.strategy;

import java.time.Duration;

/**
 * How often everything is read again.
 *
 * @param interval how long to rest between the end of a rescan and the beginning of the next
 * @param lookInterval how often to look for changes while a rescan is under way
 */
public record RescanSettings(Duration interval, Duration lookInterval) {}
