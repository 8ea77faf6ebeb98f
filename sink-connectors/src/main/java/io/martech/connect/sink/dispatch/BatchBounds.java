package io.martech.connect.sink.dispatch;

import java.time.Duration;

/**
 * How much a request may hold, and how long a record may wait for others.
 *
 * @param records {@code batch.size}
 * @param bytes {@code batch.max.bytes}: the size of the records as received; a larger record is sent alone
 * @param linger {@code linger.ms}
 */
public record BatchBounds(int records, long bytes, Duration linger) {}
