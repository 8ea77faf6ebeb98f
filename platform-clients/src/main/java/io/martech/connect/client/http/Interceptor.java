package io.martech.connect.client.http;

import io.martech.connect.client.response.CallResult;

/** One element of the chain: makes one attempt at a call and adds its own part. */
@FunctionalInterface
public interface Interceptor {
    CallResult send(ApiCall call) throws InterruptedException;
}
