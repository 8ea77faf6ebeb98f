package io.martech.connect.source.reader.export;

import java.time.Duration;

/**
 * How often to ask for exports, and how long to wait for one.
 *
 * @param interval from the beginning of one export to the next of the same
 * @param timeout after which an export that is not finished is given up
 * @param timeoutKey sets it, for messages
 */
public record ExportSettings(Duration interval, Duration timeout, String timeoutKey) {}
