package io.martech.connect.client.http;

import io.martech.connect.client.response.CallResult;
import okhttp3.Request;

/** The end of the chain: sends a complete request. */
@FunctionalInterface
public interface Transport {

    /** @param request the HTTP request of the call, including credentials */
    CallResult send(ApiCall call, Request request) throws InterruptedException;
}
