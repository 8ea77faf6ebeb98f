package io.martech.connect.source.reader.export;

import java.time.Duration;

/**
 * How often to request exports, and how long to wait for one.
 *
 * @param interval the time from the start of one export to that of the next of the same
 * @param timeout the time after which an unfinished export is given up
 * @param timeoutKey the configuration key of the timeout, for messages
 */
public record ExportSettings(Duration interval, Duration timeout, String timeoutKey) {}
