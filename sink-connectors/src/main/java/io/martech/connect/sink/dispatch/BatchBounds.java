package io.martech.connect.sink.dispatch;

import java.time.Duration;

/**
 * How much a request may hold, and how long a record may wait for others.
 *
 * @param records {@code batch.size}
 * @param bytes {@code batch.max.bytes}: of records as they came; one that is larger leaves alone
 * @param linger {@code linger.ms}
 */
public record BatchBounds(int records, long bytes, Duration linger) {}
