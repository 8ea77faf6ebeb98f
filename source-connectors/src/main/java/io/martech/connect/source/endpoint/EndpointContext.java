package io.martech.connect.source.endpoint;

import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.engine.SourceOptions;

/**
 * What the reader of an endpoint works with.
 *
 * @param client counts the requests and warnings of this endpoint
 * @param config the options of the platform's source
 * @param clock the platform's time
 * @param time the worker's time, for waits
 * @param <C> the options
 */
public record EndpointContext<C extends SourceOptions>(
        RequestCounter client, C config, ServerClock clock, TimeSource time) {}
