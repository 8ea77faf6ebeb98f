package io.martech.connect.client.http;

import io.martech.connect.client.response.CallResult;
import okhttp3.Request;

/** The end of the chain: sends a request that is complete. */
@FunctionalInterface
public interface Transport {

    /** @param request the request of the call with its credentials */
    CallResult send(ApiCall call, Request request) throws InterruptedException;
}
