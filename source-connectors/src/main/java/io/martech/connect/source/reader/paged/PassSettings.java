package io.martech.connect.source.reader.paged;

import java.time.Duration;

/**
 * How a list is read in passes.
 *
 * @param passInterval how long to rest between the end of a pass and the beginning of the next
 * @param lookInterval how often to look for new rows while a pass is under way
 * @param emittedSince rows changed last before that epoch millisecond are only emitted once they change
 */
public record PassSettings(Duration passInterval, Duration lookInterval, long emittedSince) {}
