package io.martech.connect.source.linkflow;

import io.martech.connect.client.TimeSource;
import io.martech.connect.source.engine.RequestCounter;

/**
 * What a list may be read with.
 *
 * @param client counts the requests of this list
 * @param time for those that have to wait for the platform
 */
record ListReading(RequestCounter client, LinkflowSourceConfig config, TimeSource time) {}
