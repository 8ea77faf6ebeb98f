package io.martech.connect.source.endpoint;

import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.engine.SourceOptions;

/**
 * What an endpoint is read with.
 *
 * @param client counts the requests and warnings of this endpoint
 * @param config of the platform's source
 * @param clock the platform's time
 * @param time of the worker, for what has to wait
 * @param <C> the configuration
 */
public record EndpointContext<C extends SourceOptions>(
        RequestCounter client, C config, ServerClock clock, TimeSource time) {}
