package io.martech.connect.source.reader.paged;

import java.time.Duration;

/**
 * How a list is read in passes.
 *
 * @param passInterval the time between the end of a pass and the start of the next
 * @param lookInterval how often to poll for new rows during a pass
 * @param emittedSince rows last changed before that epoch millisecond are only emitted once they change
 */
public record PassSettings(Duration passInterval, Duration lookInterval, long emittedSince) {}
